package dev.chanvet.runtime;

/**
 * An interrupt met where {@link InterruptedException} cannot be thrown, as in a loop over a
 * channel. The interrupt flag of the thread is set again.
 */
public final class ChannelInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Wraps the interruption. */
  public ChannelInterruptedException(InterruptedException cause) {
    super("interrupted while waiting for a channel", cause);
  }
}
