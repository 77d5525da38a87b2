package dev.chanvet.runtime.internal;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Something with queues of sleepers, guarded by a spin lock. The lock is held for a few
 * instructions only, never while sleeping or yielding and never while foreign code runs; one who
 * finds it taken spins, and yields if the holder seems to have lost its processor.
 *
 * <p>A virtual thread that yields with a lock may never run again: if those who want the lock keep
 * every carrier busy with yields of their own, no carrier looks for it where it waits. So who wants
 * several locks asks for the others with {@link #tryLock}, and lets go of all before it yields.
 */
abstract class SpinLocked {
  private static final AtomicIntegerFieldUpdater<SpinLocked> LOCK =
      AtomicIntegerFieldUpdater.newUpdater(SpinLocked.class, "lock");

  private static final int SPINS = 1 << 10;

  @SuppressWarnings("UnusedVariable") // through LOCK
  private volatile int lock;

  final void lock() {
    if (Steps.DECIDED) {
      Steps.step();
    }
    if (!LOCK.compareAndSet(this, 0, 1)) {
      lockContended();
    }
  }

  private void lockContended() {
    int spins = 0;
    while (lock != 0 || !LOCK.compareAndSet(this, 0, 1)) {
      if (Steps.DECIDED) {
        Steps.step();
      }
      if (++spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  /** Takes the lock, or gives up after spinning for a while; returns whether it is taken. */
  final boolean tryLock() {
    if (Steps.DECIDED) {
      Steps.step();
    }
    int spins = 0;
    while (lock != 0 || !LOCK.compareAndSet(this, 0, 1)) {
      if (++spins == SPINS) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  final void unlock() {
    LOCK.lazySet(this, 0);
  }

  /**
   * Takes {@code node} out of the queue it is in; returns whether it was in one. The lock is held.
   */
  abstract boolean remove(Node node);

  /**
   * Whether something that is no goroutine may serve those who sleep here: a timer, a signal of the
   * system.
   */
  boolean fedFromOutside() {
    return false;
  }
}
