package dev.chanvet.runtime;

import dev.chanvet.model.Machine;
import java.util.Iterator;

/**
 * A loop over a channel: receives until it is closed and drained. Kept: that {@code hasNext}
 * blocks.
 */
final class ChannelIterator<T> implements Iterator<T> {
  private final ReceiveChannel<T> channel;
  private T next;

  ChannelIterator(ReceiveChannel<T> channel) {
    this.channel = channel;
  }

  public boolean hasNext() {
    if (next == null) {
      try {
        next = channel.receive();
      } catch (InterruptedException e) {
        Machine.interrupt(Machine.self());
        throw new ChannelInterruptedException(e);
      }
    }
    return next != null;
  }

  public T next() {
    if (!hasNext()) {
      throw new java.util.NoSuchElementException();
    }
    T value = next;
    next = null;
    return value;
  }
}
