package dev.chanvet.runtime.internal;

import org.jspecify.annotations.Nullable;

/**
 * A channel with a buffer: a ring that starts empty, doubles as values pile up, and is given back
 * when it has grown large and runs empty. So memory follows what is in the channel, not its
 * capacity.
 *
 * <p>While somebody waits to receive the buffer is empty, and while somebody waits to send it is
 * full; so a value goes straight to a waiting receiver, and a receiver that makes room admits the
 * first waiting sender's value at the tail.
 */
public class BufferedChannel<T> extends LockedChannel<T> {
  private static final @Nullable Object[] NONE = {};
  private static final int FIRST_SIZE = 8;
  private static final int KEPT_SIZE = 64;
  private static final byte WAITS_BEFORE_YIELD = 32;
  private static final int PENALTY = 8;

  private final int capacity;

  /** A ring; its length is 0 or a power of two. */
  private @Nullable Object[] ring = NONE;

  /**
   * How often somebody had to wait, up to a limit, less a penalty for each yield in vain. A channel
   * that is busy for long learns that a yield saves most sleeps; one of many that are used a few
   * times each sleeps at once, for who yields goes behind all that can run.
   */
  private byte waits;

  /** The index of the oldest value. */
  private int head;

  private volatile int size;

  /** Makes an open channel; {@code capacity} is positive. */
  public BufferedChannel(int capacity) {
    this.capacity = capacity;
  }

  @Override
  final boolean putLocked(Object value) {
    Node receiver = receivers.poll();
    if (receiver != null) {
      if (Counting.ON) {
        Counting.SENDS.increment();
        Counting.RECEIVES.increment();
      }
      receiver.item = value;
      wakeLater(receiver);
      return true;
    }
    if (size == capacity) {
      return false;
    }
    add(value);
    return true;
  }

  @Override
  final @Nullable Object takeLocked() {
    int count = size;
    if (count == 0) {
      return null;
    }
    Object[] values = ring;
    Object value = values[head];
    if (Counting.ON) {
      Counting.RECEIVES.increment();
    }
    values[head] = null;
    head = (head + 1) & (values.length - 1);
    count--;
    size = count;
    if (count == 0 && values.length > KEPT_SIZE) {
      ring = NONE;
      head = 0;
    }
    Node sender = senders.poll();
    if (sender != null) {
      Object admitted = sender.item;
      sender.item = null;
      add(admitted);
      wakeLater(sender);
    }
    return value;
  }

  @Override
  final boolean yieldsFirst() {
    if (waits < WAITS_BEFORE_YIELD) {
      waits++;
      return false;
    }
    return true;
  }

  @Override
  final void yielded(boolean enough) {
    if (!enough) {
      waits = (byte) Math.max(0, waits - PENALTY);
    }
  }

  private void add(@Nullable Object value) {
    if (Counting.ON) {
      Counting.SENDS.increment();
    }
    int count = size;
    if (count == ring.length) {
      grow();
    }
    ring[(head + count) & (ring.length - 1)] = value;
    size = count + 1;
  }

  private void grow() {
    Object[] old = ring;
    Object[] larger = new Object[Math.max(FIRST_SIZE, old.length * 2)];
    int first = old.length - head;
    System.arraycopy(old, head, larger, 0, first);
    System.arraycopy(old, 0, larger, first, head);
    ring = larger;
    head = 0;
  }

  @Override
  public final int capacity() {
    return capacity;
  }

  @Override
  public final int size() {
    return size;
  }
}
