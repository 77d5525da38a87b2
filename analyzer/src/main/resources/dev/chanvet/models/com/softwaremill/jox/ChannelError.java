package com.softwaremill.jox;

/** Closed by a failure. Kept: everything. */
public record ChannelError(Throwable cause, Channel<?> channel) implements ChannelClosed {
  public ChannelClosedException toException() {
    return new ChannelErrorException(cause);
  }
}
