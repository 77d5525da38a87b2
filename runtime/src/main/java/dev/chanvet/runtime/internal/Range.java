package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.ChannelInterruptedException;
import dev.chanvet.runtime.ReceiveChannel;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code range} over a channel. Holds the value received by {@code hasNext} until {@code next}
 * takes it.
 */
public final class Range<T> implements Iterator<T> {
  private final ReceiveChannel<T> channel;
  private @Nullable T received;

  /** Makes an iteration of {@code channel} that has received nothing yet. */
  public Range(ReceiveChannel<T> channel) {
    this.channel = channel;
  }

  @Override
  public boolean hasNext() {
    if (received == null) {
      try {
        received = channel.receive();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ChannelInterruptedException(e);
      }
    }
    return received != null;
  }

  @Override
  public T next() {
    if (received == null && !hasNext()) {
      throw new NoSuchElementException("channel closed and drained");
    }
    T value = received;
    received = null;
    if (value == null) {
      throw new NoSuchElementException("channel closed and drained");
    }
    return value;
  }
}
