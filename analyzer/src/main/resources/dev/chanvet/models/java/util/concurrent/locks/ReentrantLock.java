package java.util.concurrent.locks;

import dev.chanvet.model.Machine;
import java.util.concurrent.TimeUnit;

/**
 * A reentrant lock. Kept: everything but fairness; an interrupt is seen before a wait for it, not
 * in one.
 */
public class ReentrantLock implements Lock {
  public ReentrantLock() {}

  public ReentrantLock(boolean fair) {}

  public void lock() {
    Machine.lock(this);
  }

  public void lockInterruptibly() throws InterruptedException {
    if (Machine.interrupted()) {
      throw new InterruptedException();
    }
    Machine.lock(this);
  }

  public boolean tryLock() {
    return Machine.tryLock(this);
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    return Machine.timedLock(this);
  }

  public void unlock() {
    Machine.unlock(this);
  }

  public Condition newCondition() {
    return new LockCondition(this);
  }

  public boolean isHeldByCurrentThread() {
    return Machine.holdsLock(this);
  }

  public boolean isLocked() {
    return Machine.holdsLock(this) || Machine.choose();
  }
}
