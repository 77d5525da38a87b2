package dev.chanvet.runtime;

/** An exception that a goroutine did not catch. Kept: its type. */
public final class GoroutineException extends RuntimeException {
  public GoroutineException(Goroutine goroutine, Throwable cause) {
    super(cause);
  }
}
