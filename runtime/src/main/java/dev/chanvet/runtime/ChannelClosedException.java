package dev.chanvet.runtime;

/** A send on a closed channel, or a second close: what panics in Go. The message is Go's. */
public final class ChannelClosedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception with Go's words for what was tried, such as "send on closed channel". */
  public ChannelClosedException(String message) {
    super(message);
  }
}
