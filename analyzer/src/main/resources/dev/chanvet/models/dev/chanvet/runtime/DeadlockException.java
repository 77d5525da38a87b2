package dev.chanvet.runtime;

/**
 * Every goroutine is asleep. Kept: its type; the machine finds deadlocks by itself and never throws
 * it.
 */
public final class DeadlockException extends RuntimeException {
  public DeadlockException(String message) {
    super(message);
  }
}
