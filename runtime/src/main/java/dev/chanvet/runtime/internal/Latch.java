package dev.chanvet.runtime.internal;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A count with those who sleep until it is zero: what {@code WaitGroup}, {@code Once} and {@code
 * join} wait in.
 */
public final class Latch extends SpinLocked {
  private final WaitList waiting = new WaitList();
  private final AtomicLong count;

  /** Makes a latch at {@code count}. */
  public Latch(long count) {
    this.count = new AtomicLong(count);
  }

  /**
   * Adds {@code delta}, and wakes all sleepers if the count comes to zero.
   *
   * @return false, with nothing changed, if the count would become negative
   */
  public boolean add(long delta) {
    long before;
    long sum;
    do {
      before = count.get();
      sum = before + delta;
      if (sum < 0) {
        return false;
      }
    } while (!count.compareAndSet(before, sum));
    if (sum == 0) {
      wakeAll();
    }
    return true;
  }

  /**
   * Who queues itself looks at the count under the lock, so one who saw it above zero is in the
   * queue by now.
   */
  private void wakeAll() {
    lock();
    Node all = LockedChannel.drain(waiting, null);
    unlock();
    LockedChannel.completeAll(all, Parking.DONE);
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
    if (count.get() == 0) {
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
