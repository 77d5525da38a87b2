package dev.chanvet.runtime;

/** A send on a closed channel, or a second close. Kept: its type. */
public final class ChannelClosedException extends IllegalStateException {
  public ChannelClosedException(String message) {
    super(message);
  }
}
