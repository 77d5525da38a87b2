package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.source.SourceFile;

/** Takes what the front end could not read or lower. Called from several threads. */
@FunctionalInterface
public interface Diagnostics {
  /**
   * One piece of source is left out of the analysis.
   *
   * @param file where it stands
   * @param line 1-based; 0 for the whole file
   * @param message a sentence without the position
   */
  void report(SourceFile file, int line, String message);
}
