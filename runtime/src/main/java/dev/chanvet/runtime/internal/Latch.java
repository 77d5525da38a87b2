package dev.chanvet.runtime.internal;

import org.jspecify.annotations.Nullable;

/**
 * A count with those who sleep until it is zero: what {@code WaitGroup}, {@code Once} and {@code
 * join} wait in.
 */
public final class Latch extends SpinLocked {
  private final WaitList waiting = new WaitList();
  private long count;

  /** Makes a latch at {@code count}. */
  public Latch(long count) {
    this.count = count;
  }

  /**
   * Adds {@code delta}, and wakes all sleepers if the count comes to zero.
   *
   * @return false, with nothing changed, if the count would become negative
   */
  public boolean add(long delta) {
    lock();
    long sum = count + delta;
    if (sum < 0) {
      unlock();
      return false;
    }
    count = sum;
    Node all = sum == 0 ? LockedChannel.drain(waiting, null) : null;
    unlock();
    while (all != null) {
      Node next = all.next;
      all.next = null;
      all.parking().complete(all, Parking.DONE);
      all = next;
    }
    return true;
  }

  /** Sleeps until the count is zero. */
  public void await(WaitReason reason) throws InterruptedException {
    Parking parking = queue(reason);
    if (parking != null) {
      parking.await();
    }
  }

  /**
   * Sleeps until the count is zero or {@link System#nanoTime} reaches {@code deadline}; returns
   * whether it is zero.
   */
  public boolean awaitUntil(WaitReason reason, long deadline) throws InterruptedException {
    Parking parking = queue(reason);
    return parking == null || parking.awaitUntil(deadline) == Parking.DONE;
  }

  private @Nullable Parking queue(WaitReason reason) {
    lock();
    if (count == 0) {
      unlock();
      return null;
    }
    Parking parking = new Parking(reason, this, false, null);
    waiting.add(parking);
    unlock();
    return parking;
  }

  @Override
  boolean remove(Node node) {
    return waiting.remove(node);
  }
}
