package com.softwaremill.jox;

/** An operation on a closed channel. Kept: its type. */
public class ChannelClosedException extends RuntimeException {
  public ChannelClosedException() {}

  public ChannelClosedException(Throwable cause) {
    super(cause);
  }
}
