package dev.chanvet.runtime;

import java.time.Duration;
import java.util.Iterator;

/** The receiving end of a channel. Kept: everything; {@link Channel} has the bodies. */
public interface ReceiveChannel<T> extends Iterable<T> {
  T receive() throws InterruptedException;

  T tryReceive();

  T tryReceive(Duration timeout) throws InterruptedException;

  int capacity();

  int size();

  default Iterator<T> iterator() {
    return new ChannelIterator<>(this);
  }
}
