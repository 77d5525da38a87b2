package dev.chanvet.runtime.internal;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A channel with a buffer: a chain of chunks that starts with none, gets longer as values pile up,
 * and is down to one chunk whenever it runs empty. So memory follows what is in the channel, not
 * its capacity, and nothing is copied.
 *
 * <pre>
 *   headChunk                          tailChunk
 *   [- - v v v v v v | •]──▶ ... ──▶ [v v v - - - - - ... | null]
 *        head                               tail
 * </pre>
 *
 * <p>The last slot of a chunk links to the next. When the buffer runs empty, both ends go back to
 * the beginning of the one chunk, so that a channel whose receiver keeps up stays in the same few
 * cache lines.
 *
 * <p>While somebody waits to receive the buffer is empty, and while somebody waits to send it is
 * full; so a value goes straight to a waiting receiver, and a receiver that makes room admits the
 * first waiting sender's value at the tail.
 */
public class BufferedChannel<T> extends LockedChannel<T> {
  private static final AtomicIntegerFieldUpdater<BufferedChannel> SIZE =
      AtomicIntegerFieldUpdater.newUpdater(BufferedChannel.class, "size");

  /** No chunk: a link only. */
  private static final @Nullable Object[] NONE = {null};

  private static final int FIRST_SLOTS = 8;
  private static final int MOST_SLOTS = 64;

  private final int capacity;

  private @Nullable Object[] headChunk = NONE;
  private @Nullable Object[] tailChunk = NONE;

  /** A chunk that has been emptied, for the next time one is needed. */
  private @Nullable Object @Nullable [] spare;

  /** The index of the oldest value. */
  private int head;

  /** The index behind the newest value. */
  private int tail;

  /**
   * The index below which a send may just put its value at {@code tail}, if there is room: the end
   * of the chunk, or 0 if that is not all, since receivers wait or the channel is closed. The
   * longer way finds out what is to do, and sets both bounds anew.
   */
  private int shortTail;

  /** The index below which a receive may just take the value at {@code head}; 0: senders wait. */
  private int shortHead;

  /** Written under the lock; its readers need no more than a value of late. */
  private volatile int size;

  /** Makes an open channel; {@code capacity} is positive. */
  public BufferedChannel(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public final void send(T value) throws InterruptedException {
    Objects.requireNonNull(value, "a channel's values are never null");
    lock();
    int index = tail;
    int count = size;
    if (index < shortTail && count < capacity) {
      tailChunk[index] = value;
      tail = index + 1;
      SIZE.lazySet(this, count + 1);
      unlock();
      if (Counting.ON) {
        Counting.SENDS.increment();
      }
    } else {
      sendSlowly(value);
    }
  }

  @Override
  public final @Nullable T receive() throws InterruptedException {
    lock();
    int index = head;
    int count = size;
    if (count > 0 && index < shortHead) {
      Object[] chunk = headChunk;
      Object value = chunk[index];
      chunk[index] = null;
      if (count == 1) {
        forgetAll();
      } else {
        head = index + 1;
        SIZE.lazySet(this, count - 1);
      }
      unlock();
      if (Counting.ON) {
        Counting.RECEIVES.increment();
      }
      return cast(value);
    }
    return receiveSlowly();
  }

  @Override
  final void closeShortcuts() {
    shortTail = 0;
    shortHead = 0;
  }

  private void openShortcuts() {
    shortTail = closed || !receivers.isEmpty() ? 0 : tailChunk.length - 1;
    shortHead = senders.isEmpty() ? headChunk.length - 1 : 0;
  }

  /** The buffer has run empty. */
  private void forgetAll() {
    head = 0;
    tail = 0;
    spare = null;
    SIZE.lazySet(this, 0);
  }

  @Override
  final boolean putLocked(Object value) {
    Node receiver = receivers.poll();
    if (receiver != null) {
      openShortcuts();
      if (Counting.ON) {
        Counting.SENDS.increment();
        Counting.RECEIVES.increment();
      }
      receiver.item = value;
      wakeLater(receiver);
      return true;
    }
    int count = size;
    if (count == capacity) {
      return false;
    }
    add(value, count);
    openShortcuts();
    return true;
  }

  @Override
  final @Nullable Object takeLocked() {
    int count = size;
    if (count == 0) {
      return null;
    }
    if (Counting.ON) {
      Counting.RECEIVES.increment();
    }
    Object[] chunk = headChunk;
    int index = head;
    if (index == chunk.length - 1) {
      chunk = nextOf(chunk);
      index = 0;
    }
    Object value = chunk[index];
    chunk[index] = null;
    head = index + 1;
    Node sender = senders.poll();
    if (sender != null) {
      Object admitted = sender.item;
      sender.item = null;
      wakeLater(sender);
      add(admitted, count - 1);
    } else if (count == 1) {
      forgetAll();
    } else {
      SIZE.lazySet(this, count - 1);
    }
    openShortcuts();
    return value;
  }

  /** Goes from {@code chunk}, which has been emptied, to the next. */
  @SuppressWarnings("NullAway") // there is a next one: the channel is not empty
  private @Nullable Object[] nextOf(@Nullable Object[] chunk) {
    int link = chunk.length - 1;
    Object[] next = (Object[]) chunk[link];
    chunk[link] = null;
    spare = chunk;
    headChunk = next;
    return next;
  }

  /** Adds {@code value} to the {@code count} that are there. */
  private void add(@Nullable Object value, int count) {
    if (Counting.ON) {
      Counting.SENDS.increment();
    }
    Object[] chunk = tailChunk;
    int index = tail;
    if (index == chunk.length - 1) {
      chunk = extend(chunk, count);
      index = 0;
    }
    chunk[index] = value;
    tail = index + 1;
    SIZE.lazySet(this, count + 1);
  }

  /**
   * Makes room behind {@code chunk}, which is the last and used up: in a new chunk, or in itself if
   * nothing is left in it. Returns where index 0 is free.
   */
  private @Nullable Object[] extend(@Nullable Object[] chunk, int count) {
    int slots = chunk.length - 1;
    if (count == 0 && slots > 0) {
      head = 0;
      return chunk;
    }
    Object[] next = spare;
    if (next == null || next.length < chunk.length) {
      int longer = slots == 0 ? FIRST_SLOTS : Math.min(MOST_SLOTS, 2 * slots);
      next = new Object[1 + Math.min(capacity, longer)];
    }
    spare = null;
    if (count == 0) {
      headChunk = next;
    } else {
      chunk[slots] = next;
    }
    tailChunk = next;
    return next;
  }

  @Override
  final boolean isBuffered() {
    return true;
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
