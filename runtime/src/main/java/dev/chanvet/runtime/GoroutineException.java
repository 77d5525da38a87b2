package dev.chanvet.runtime;

/**
 * An exception that a goroutine other than the first did not catch; it ended the {@link Go#run}
 * around it.
 */
public final class GoroutineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long id;

  /** Names the goroutine that threw {@code cause}. */
  public GoroutineException(Goroutine goroutine, Throwable cause) {
    super("panic in " + goroutine + ": " + cause, cause);
    this.id = goroutine.id();
  }

  /** Returns the id of the goroutine that threw. */
  public long goroutineId() {
    return id;
  }
}
