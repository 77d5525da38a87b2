package java.util.concurrent.locks;

import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;
import java.util.concurrent.TimeUnit;

/**
 * A lock that many readers or one writer hold and that nobody can take twice. Kept: that a
 * goroutine waits for itself, that a new reader waits behind a waiting writer. Lost: stamps but for
 * their kind; an optimistic read may be valid or not.
 */
public class StampedLock {
  private static final long WRITING = 1;
  private static final long READING = 2;

  /** 0 from when a writer waits until it is done, and while a reader enters. */
  private final Object gate = Machine.counter(1);

  private final Object readers = Machine.counter(0);

  public long writeLock() {
    Uninterruptible.acquire(gate, 1);
    Uninterruptible.awaitZero(readers);
    return WRITING;
  }

  public long writeLockInterruptibly() throws InterruptedException {
    Machine.acquire(gate, 1);
    try {
      Machine.awaitZero(readers);
    } catch (InterruptedException e) {
      Machine.add(gate, 1);
      throw e;
    }
    return WRITING;
  }

  public long tryWriteLock() {
    if (!Machine.tryAcquire(gate, 1)) {
      return 0;
    }
    if (Machine.value(readers) == 0) {
      return WRITING;
    }
    Machine.add(gate, 1);
    return 0;
  }

  public long tryWriteLock(long timeout, TimeUnit unit) throws InterruptedException {
    if (!Machine.timedAcquire(gate, 1)) {
      return 0;
    }
    boolean got = false;
    try {
      got = Machine.timedAwaitZero(readers);
      return got ? WRITING : 0;
    } finally {
      if (!got) {
        Machine.add(gate, 1);
      }
    }
  }

  public long readLock() {
    Uninterruptible.acquire(gate, 1);
    return enter();
  }

  public long readLockInterruptibly() throws InterruptedException {
    Machine.acquire(gate, 1);
    return enter();
  }

  public long tryReadLock() {
    return Machine.tryAcquire(gate, 1) ? enter() : 0;
  }

  public long tryReadLock(long timeout, TimeUnit unit) throws InterruptedException {
    return Machine.timedAcquire(gate, 1) ? enter() : 0;
  }

  private long enter() {
    Machine.add(readers, 1);
    Machine.add(gate, 1);
    return READING;
  }

  public long tryOptimisticRead() {
    return Machine.unknown();
  }

  public boolean validate(long stamp) {
    return Machine.isKnown(stamp) ? stamp != 0 : Machine.choose();
  }

  public void unlockWrite(long stamp) {
    Machine.add(gate, 1);
  }

  public void unlockRead(long stamp) {
    Machine.add(readers, -1);
  }

  public void unlock(long stamp) {
    if (stamp == WRITING) {
      unlockWrite(stamp);
    } else {
      unlockRead(stamp);
    }
  }

  public long tryConvertToReadLock(long stamp) {
    if (stamp == WRITING) {
      Machine.add(readers, 1);
      Machine.add(gate, 1);
      return READING;
    }
    return Machine.isKnown(stamp) && stamp == READING ? stamp : tryReadLock();
  }

  public long tryConvertToWriteLock(long stamp) {
    if (stamp == WRITING) {
      return stamp;
    }
    if (Machine.isKnown(stamp) && stamp == READING) {
      if (Machine.value(readers) != 1 || !Machine.tryAcquire(gate, 1)) {
        return 0;
      }
      Machine.add(readers, -1);
      return WRITING;
    }
    return tryWriteLock();
  }
}
