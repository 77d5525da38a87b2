package dev.chanvet.stress;

/** An operation on a thread that nobody interrupts: an actor may throw nothing. */
final class Uninterrupted {
  private Uninterrupted() {}

  /** What may block. */
  interface Operation {
    int run() throws InterruptedException;
  }

  static int get(Operation operation) {
    try {
      return operation.run();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
