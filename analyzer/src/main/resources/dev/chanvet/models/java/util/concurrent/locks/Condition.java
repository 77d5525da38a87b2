package java.util.concurrent.locks;

import java.util.Date;
import java.util.concurrent.TimeUnit;

/**
 * What goroutines that hold a lock wait for. Kept: everything; {@link LockCondition} has the
 * bodies.
 */
public interface Condition {
  void await() throws InterruptedException;

  boolean await(long timeout, TimeUnit unit) throws InterruptedException;

  long awaitNanos(long timeout) throws InterruptedException;

  boolean awaitUntil(Date deadline) throws InterruptedException;

  void awaitUninterruptibly();

  void signal();

  void signalAll();
}
