package com.softwaremill.jox;

/** Closed since no more values come. Kept: everything. */
public record ChannelDone(Channel<?> channel) implements ChannelClosed {
  public ChannelClosedException toException() {
    return new ChannelDoneException();
  }
}
