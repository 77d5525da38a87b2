package java.util.concurrent;

import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;

/** Permits. Kept: everything but fairness. */
public class Semaphore {
  private final Object permits;

  /** A number that the program's text does not tell is taken to be enough. */
  public Semaphore(int permits) {
    this.permits = Machine.counter(Machine.isKnown(permits) ? permits : Integer.MAX_VALUE);
  }

  public Semaphore(int permits, boolean fair) {
    this(permits);
  }

  public void acquire() throws InterruptedException {
    Machine.acquire(permits, 1);
  }

  public void acquire(int count) throws InterruptedException {
    Machine.acquire(permits, count);
  }

  public void acquireUninterruptibly() {
    Uninterruptible.acquire(permits, 1);
  }

  public void acquireUninterruptibly(int count) {
    Uninterruptible.acquire(permits, count);
  }

  public boolean tryAcquire() {
    return Machine.tryAcquire(permits, 1);
  }

  public boolean tryAcquire(int count) {
    return Machine.tryAcquire(permits, count);
  }

  public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
    return Machine.timedAcquire(permits, 1);
  }

  public boolean tryAcquire(int count, long timeout, TimeUnit unit) throws InterruptedException {
    return Machine.timedAcquire(permits, count);
  }

  public void release() {
    Machine.add(permits, 1);
  }

  public void release(int count) {
    Machine.add(permits, count);
  }

  public int availablePermits() {
    return Machine.value(permits);
  }

  public int drainPermits() {
    int count = Machine.value(permits);
    return Machine.tryAcquire(permits, count) ? count : 0;
  }
}
