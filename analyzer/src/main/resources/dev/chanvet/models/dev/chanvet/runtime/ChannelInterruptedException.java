package dev.chanvet.runtime;

/** An interrupt in a loop over a channel. Kept: its type. */
public final class ChannelInterruptedException extends RuntimeException {
  public ChannelInterruptedException(InterruptedException cause) {
    super(cause);
  }
}
