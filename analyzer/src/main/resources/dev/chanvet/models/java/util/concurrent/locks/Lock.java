package java.util.concurrent.locks;

import java.util.concurrent.TimeUnit;

/** A lock. Kept: everything; the classes have the bodies. */
public interface Lock {
  void lock();

  void lockInterruptibly() throws InterruptedException;

  boolean tryLock();

  boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException;

  void unlock();

  Condition newCondition();
}
