package java.util.concurrent.locks;

import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;
import java.util.concurrent.TimeUnit;

/**
 * A lock that many readers or one writer hold. Kept: reentrance, that a new reader waits behind a
 * waiting writer while one that reads already does not, that a writer may read, that a reader who
 * wants to write waits for itself. Lost: fairness; a reader's {@code tryLock} fails when a writer
 * waits.
 */
public class ReentrantReadWriteLock implements ReadWriteLock {
  /** Locked by a writer from when it waits, and by a reader while it enters. */
  private final Object gate = new Object();

  /** How often the lock is held for reading, and by whom. */
  private final Object reading = Machine.counter(0);

  private final Object readers = Machine.sequence();
  private final ReadLock readLock = new ReadLock(this);
  private final WriteLock writeLock = new WriteLock(this);

  public ReentrantReadWriteLock() {}

  public ReentrantReadWriteLock(boolean fair) {}

  public ReadLock readLock() {
    return readLock;
  }

  public WriteLock writeLock() {
    return writeLock;
  }

  public boolean isWriteLockedByCurrentThread() {
    return Machine.holdsLock(gate);
  }

  public int getReadHoldCount() {
    int count = 0;
    for (int i = 0; i < Machine.length(readers); i++) {
      if (Machine.equal(Machine.at(readers, i), Machine.self())) {
        count++;
      }
    }
    return count;
  }

  public int getReadLockCount() {
    return Machine.value(reading);
  }

  private void enter() {
    Machine.append(readers, Machine.self());
    Machine.add(reading, 1);
  }

  private boolean isReading() {
    return Machine.indexOf(readers, Machine.self()) >= 0;
  }

  /** The lock for readers. */
  public static class ReadLock implements Lock {
    private final ReentrantReadWriteLock whole;

    ReadLock(ReentrantReadWriteLock whole) {
      this.whole = whole;
    }

    public void lock() {
      if (whole.isReading()) {
        whole.enter();
      } else {
        Machine.lock(whole.gate);
        whole.enter();
        Machine.unlock(whole.gate);
      }
    }

    public void lockInterruptibly() throws InterruptedException {
      if (Machine.interrupted()) {
        throw new InterruptedException();
      }
      lock();
    }

    public boolean tryLock() {
      if (whole.isReading()) {
        whole.enter();
      } else if (Machine.tryLock(whole.gate)) {
        whole.enter();
        Machine.unlock(whole.gate);
      } else {
        return false;
      }
      return true;
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
      if (!whole.isReading()) {
        if (!Machine.timedLock(whole.gate)) {
          return false;
        }
        Machine.unlock(whole.gate);
      }
      whole.enter();
      return true;
    }

    public void unlock() {
      int index = Machine.indexOf(whole.readers, Machine.self());
      if (index < 0) {
        throw new IllegalMonitorStateException();
      }
      Machine.remove(whole.readers, index);
      Machine.add(whole.reading, -1);
    }

    public Condition newCondition() {
      throw new UnsupportedOperationException();
    }
  }

  /** The lock for writers. */
  public static class WriteLock implements Lock {
    private final ReentrantReadWriteLock whole;

    WriteLock(ReentrantReadWriteLock whole) {
      this.whole = whole;
    }

    public void lock() {
      boolean again = Machine.holdsLock(whole.gate);
      Machine.lock(whole.gate);
      if (!again) {
        Uninterruptible.awaitZero(whole.reading);
      }
    }

    public void lockInterruptibly() throws InterruptedException {
      boolean again = Machine.holdsLock(whole.gate);
      Machine.lock(whole.gate);
      if (!again) {
        try {
          Machine.awaitZero(whole.reading);
        } catch (InterruptedException e) {
          Machine.unlock(whole.gate);
          throw e;
        }
      }
    }

    public boolean tryLock() {
      boolean again = Machine.holdsLock(whole.gate);
      if (!Machine.tryLock(whole.gate)) {
        return false;
      }
      if (again || Machine.value(whole.reading) == 0) {
        return true;
      }
      Machine.unlock(whole.gate);
      return false;
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
      boolean again = Machine.holdsLock(whole.gate);
      if (!Machine.timedLock(whole.gate)) {
        return false;
      }
      boolean got = false;
      try {
        got = again || Machine.timedAwaitZero(whole.reading);
        return got;
      } finally {
        if (!got) {
          Machine.unlock(whole.gate);
        }
      }
    }

    public void unlock() {
      Machine.unlock(whole.gate);
    }

    public Condition newCondition() {
      return new LockCondition(whole.gate);
    }

    public boolean isHeldByCurrentThread() {
      return Machine.holdsLock(whole.gate);
    }
  }
}
