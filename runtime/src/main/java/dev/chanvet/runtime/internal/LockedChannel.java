package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.ChannelClosedException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A channel under a spin lock, as in Go: two queues of sleepers, and what the flavor adds (a buffer
 * or none).
 *
 * <p>Invariants, whenever the lock is free:
 *
 * <ul>
 *   <li>a receiver that nobody has claimed waits only if there is neither a buffered value nor a
 *       sender it could meet (a select that sends and receives on this one channel is in both
 *       queues, and does not meet itself);
 *   <li>a sender that nobody has claimed waits only if there is no room;
 *   <li>a closed channel has no sleepers;
 *   <li>{@code toWake} is null.
 * </ul>
 *
 * <p>Sleepers are woken after the lock is free: {@code toWake} carries the one that the operation
 * under the lock has served. {@link #putLocked} and {@link #takeLocked} are all that a flavor adds
 * and all that {@link Selection} needs.
 */
abstract class LockedChannel<T> extends AdaptiveWait implements Channel<T> {
  private static final AtomicLong NEXT_ORDER = new AtomicLong(1);

  final WaitList senders = new WaitList();
  final WaitList receivers = new WaitList();
  boolean closed;
  private @Nullable Node toWake;
  private volatile boolean fed;
  private volatile long order;

  /**
   * Gives {@code value} to a waiting receiver or the buffer.
   *
   * @return whether that was possible; the channel is not closed
   */
  abstract boolean putLocked(Object value);

  /** Takes a value, buffered or of a waiting sender; null if there is none. */
  abstract @Nullable Object takeLocked();

  /**
   * Whoever sends or receives what the flavor cannot do on its short way comes here with the lock
   * held, and leaves with it free. These are methods of their own, so that a goroutine that waits
   * in one does so in code that is compiled apart from its caller's: should the JIT have to throw
   * that code away, the callers' loops, of which thousands may sleep, stay compiled.
   */
  final void sendSlowly(T value) throws InterruptedException {
    Parking parking = sendOrQueue(value);
    if (parking != null) {
      int outcome = parking.await();
      parking.finish();
      if (outcome == Parking.CLOSED) {
        throw sendOnClosed();
      }
    }
  }

  /** See {@link #sendSlowly}. */
  final @Nullable T receiveSlowly() throws InterruptedException {
    Object value = takeLocked();
    if (value != null) {
      unlockAndWake();
      return cast(value);
    }
    if (closed) {
      unlock();
      return null;
    }
    return waitToReceive();
  }

  @Override
  public final boolean trySend(T value) {
    Objects.requireNonNull(value, "a channel's values are never null");
    lock();
    if (closed) {
      unlock();
      throw sendOnClosed();
    }
    boolean sent = putLocked(value);
    unlockAndWake();
    return sent;
  }

  @Override
  public final boolean trySend(T value, Duration timeout) throws InterruptedException {
    long deadline = Deadline.after(timeout);
    if (!Deadline.isAhead(timeout)) {
      return trySend(value);
    }
    Objects.requireNonNull(value, "a channel's values are never null");
    lock();
    Parking parking = sendOrQueue(value);
    int outcome = Parking.DONE;
    if (parking != null) {
      outcome = parking.awaitUntil(deadline);
      parking.finish();
    }
    if (outcome == Parking.CLOSED) {
      throw sendOnClosed();
    }
    return outcome == Parking.DONE;
  }

  /**
   * Sends now and returns null, or queues the sender and returns where it is to wait; the lock is
   * held before and free afterwards.
   */
  private @Nullable Parking sendOrQueue(T value) {
    if (closed) {
      unlock();
      throw sendOnClosed();
    }
    if (putLocked(value)) {
      unlockAndWake();
      return null;
    }
    boolean first = senders.isEmpty();
    boolean lingers = (first || isBuffered()) && isPatient();
    if (first && lingers && isBuffered()) {
      unlock();
      Thread.yield();
      lock();
      if (closed) {
        unlock();
        throw sendOnClosed();
      }
      if (putLocked(value)) {
        unlockAndWake();
        return null;
      }
      losePatience();
      lingers = false;
    }
    boolean spins = senders.isEmpty() && maySpin();
    Parking parking = Parking.in(this, WaitReason.CHAN_SEND, true, value);
    queue(parking);
    unlock();
    if (spins && spin(parking)) {
      return parking;
    }
    if (lingers) {
      linger(parking);
    }
    return parking;
  }

  /** Nothing is there to receive, and the channel is open; the lock is held. */
  private @Nullable T waitToReceive() throws InterruptedException {
    boolean lingers = receivers.isEmpty() && isPatient();
    if (lingers && isBuffered()) {
      unlock();
      Thread.yield();
      lock();
      Object value = takeLocked();
      if (value != null) {
        unlockAndWake();
        return cast(value);
      }
      if (closed) {
        unlock();
        return null;
      }
      losePatience();
      lingers = false;
    }
    boolean spins = receivers.isEmpty() && maySpin();
    Parking parking = queueReceiver();
    if (!(spins && spin(parking)) && lingers) {
      linger(parking);
    }
    parking.await();
    return cast(parking.finish());
  }

  @Override
  public final @Nullable T tryReceive() {
    lock();
    Object value = takeLocked();
    unlockAndWake();
    return cast(value);
  }

  @Override
  public final @Nullable T tryReceive(Duration timeout) throws InterruptedException {
    long deadline = Deadline.after(timeout);
    if (!Deadline.isAhead(timeout)) {
      return tryReceive();
    }
    lock();
    Object value = takeLocked();
    if (value != null || closed) {
      unlockAndWake();
      return cast(value);
    }
    Parking parking = queueReceiver();
    parking.awaitUntil(deadline);
    return cast(parking.finish());
  }

  private Parking queueReceiver() {
    Parking parking = Parking.in(this, WaitReason.CHAN_RECEIVE, false, null);
    queue(parking);
    unlock();
    return parking;
  }

  /** Queues a sleeper; the lock is held. */
  final void queue(Node node) {
    (node.sends ? senders : receivers).add(node);
    Priming.waits();
    closeShortcuts();
  }

  /**
   * Somebody waits now, or the channel is closed: from now on every operation looks at that. The
   * lock is held.
   */
  abstract void closeShortcuts();

  @Override
  public final void close() {
    lock();
    if (closed) {
      unlock();
      throw new ChannelClosedException("close of closed channel");
    }
    closed = true;
    closeShortcuts();
    Node all = drain(receivers, drain(senders, null));
    unlock();
    completeAll(all, Parking.CLOSED);
  }

  /** Wakes the sleepers of a chain. */
  static void completeAll(@Nullable Node chain, int outcome) {
    Node node = chain;
    while (node != null) {
      Node next = node.next;
      node.next = null;
      node.parking().complete(node, outcome);
      node = next;
    }
  }

  /**
   * Takes out all sleepers of {@code list} and returns them as a chain, in their order, before
   * {@code rest}.
   */
  static @Nullable Node drain(WaitList list, @Nullable Node rest) {
    Node first = null;
    Node last = null;
    for (Node node = list.poll(); node != null; node = list.poll()) {
      if (last == null) {
        first = node;
      } else {
        last.next = node;
      }
      last = node;
    }
    if (last == null) {
      return rest;
    }
    last.next = rest;
    return first;
  }

  /** Notes the sleeper that the operation under the lock has served. */
  final void wakeLater(Node node) {
    toWake = node;
  }

  /** Returns and forgets the sleeper to wake once the lock is free. */
  final @Nullable Node takeToWake() {
    Node node = toWake;
    if (node != null) {
      toWake = null;
    }
    return node;
  }

  final void unlockAndWake() {
    Node node = takeToWake();
    unlock();
    if (node != null) {
      node.parking().complete(node, Parking.DONE);
    }
  }

  /** Notes that a signal of the system may come through this channel. */
  final void feedFromOutside() {
    fed = true;
  }

  /** Notes that no signal comes through this channel any more. */
  final void starve() {
    fed = false;
  }

  @Override
  boolean fedFromOutside() {
    return fed;
  }

  @Override
  final boolean remove(Node node) {
    return node.sends ? senders.remove(node) : receivers.remove(node);
  }

  /**
   * Returns the channel's place in the order in which a select locks, given when first asked for.
   */
  final long order() {
    long mine = order;
    if (mine == 0) {
      lock();
      mine = order;
      if (mine == 0) {
        mine = NEXT_ORDER.getAndIncrement();
        order = mine;
      }
      unlock();
    }
    return mine;
  }

  static ChannelClosedException sendOnClosed() {
    return new ChannelClosedException("send on closed channel");
  }

  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals",
    "NullAway"
  }) // only T's are put in
  final @Nullable T cast(@Nullable Object value) {
    return (T) value;
  }
}
