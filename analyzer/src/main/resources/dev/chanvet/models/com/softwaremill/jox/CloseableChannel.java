package com.softwaremill.jox;

/** What can be closed, as done or in error. Kept: everything; {@link Channel} has the bodies. */
public interface CloseableChannel {
  void done();

  Object doneOrClosed();

  void error(Throwable reason);

  Object errorOrClosed(Throwable reason);

  boolean isClosedForSend();

  boolean isClosedForReceive();

  ChannelClosed closedForSend();

  ChannelClosed closedForReceive();
}
