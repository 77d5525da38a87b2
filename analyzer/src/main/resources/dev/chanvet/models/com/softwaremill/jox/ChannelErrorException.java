package com.softwaremill.jox;

/** An operation on a channel in error. Kept: its type. */
public final class ChannelErrorException extends ChannelClosedException {
  public ChannelErrorException(Throwable cause) {
    super(cause);
  }
}
