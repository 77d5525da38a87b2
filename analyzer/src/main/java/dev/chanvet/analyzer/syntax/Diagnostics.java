package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.Notification.Level;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.function.Consumer;

/**
 * Takes what the front end could not read or lower. Used from several threads.
 *
 * @param sink takes the notifications; called by one thread at a time
 */
public record Diagnostics(Consumer<Notification> sink) {
  /**
   * Nothing of a file is analysed.
   *
   * @param line 1-based; 0 if no single line is to blame
   */
  public void skipped(SourceFile file, int line, String message) {
    accept(file, line, Level.ERROR, "unparsable-file", "not analysed: " + message);
  }

  /** Some of a file is not analysed. */
  public void partial(SourceFile file, int line, String message) {
    accept(file, line, Level.WARNING, "partly-analysed", "partly analysed: " + message);
  }

  private synchronized void accept(
      SourceFile file, int line, Level level, String code, String message) {
    sink.accept(
        line > 0
            ? Notification.of(level, code, message, Site.at(file, line, 1))
            : Notification.of(level, code, message, file.path()));
  }
}
