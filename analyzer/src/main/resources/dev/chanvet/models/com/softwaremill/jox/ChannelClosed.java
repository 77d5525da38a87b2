package com.softwaremill.jox;

/** Why a channel is closed. Kept: everything. */
public interface ChannelClosed {
  ChannelClosedException toException();

  Channel<?> channel();
}
