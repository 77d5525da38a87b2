package java.util.concurrent.locks;

import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;
import java.util.Date;
import java.util.concurrent.TimeUnit;

/** A condition of a lock. Kept: everything but waking without a signal. */
final class LockCondition implements Condition {
  /** The object that the machine's lock is on. */
  private final Object lock;

  LockCondition(Object lock) {
    this.lock = lock;
  }

  public void await() throws InterruptedException {
    Machine.awaitSignal(this, lock);
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    return Machine.timedAwaitSignal(this, lock);
  }

  public long awaitNanos(long timeout) throws InterruptedException {
    return Machine.timedAwaitSignal(this, lock) ? 1 : 0;
  }

  public boolean awaitUntil(Date deadline) throws InterruptedException {
    return Machine.timedAwaitSignal(this, lock);
  }

  public void awaitUninterruptibly() {
    Uninterruptible.awaitSignal(this, lock);
  }

  public void signal() {
    requireLock();
    Machine.signal(this);
  }

  public void signalAll() {
    requireLock();
    Machine.signalAll(this);
  }

  private void requireLock() {
    if (!Machine.holdsLock(lock)) {
      throw new IllegalMonitorStateException();
    }
  }
}
