package dev.chanvet.analyzer;

/** Is told how far an analysis has come. */
@FunctionalInterface
public interface Progress {
  /**
   * Some of the work has been done; called from several threads.
   *
   * @param done how many parts of the program
   * @param total how many there are
   */
  void advance(int done, int total);
}
