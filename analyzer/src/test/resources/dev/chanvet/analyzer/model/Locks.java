import dev.chanvet.runtime.Channel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

class Locks {
  @Test
  void aReentrantLockIsTakenTwice() {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    lock.lock();
    lock.unlock();
    if (lock.isHeldByCurrentThread()) {
      lock.unlock();
    }
    if (!lock.isHeldByCurrentThread()) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aLockThatIsNeverGivenBack() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Thread holder = Thread.startVirtualThread(lock::lock);
    holder.join();
    if (lock.tryLock(1, TimeUnit.SECONDS)) {
      Channel.nil().close();
    }
    lock.lock(); // stuck
  }

  @Test
  void twoLocksInTwoOrders() {
    ReentrantLock a = new ReentrantLock();
    ReentrantLock b = new ReentrantLock();
    Thread.startVirtualThread(() -> {
      b.lock();
      a.lock(); // stuck
      a.unlock();
      b.unlock();
    });
    a.lock();
    b.lock(); // stuck
    b.unlock();
    a.unlock();
  }

  @Test
  void aSignalWakes() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    lock.lock();
    Thread.startVirtualThread(() -> {
      lock.lock();
      try {
        condition.signal();
      } finally {
        lock.unlock();
      }
    });
    condition.await();
    Channel.nil().close(); // reached
  }

  @Test
  void aSignalBeforeTheWaitIsLost() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    lock.lock();
    condition.signalAll();
    condition.await(); // stuck
  }

  @Test
  void aTimedWaitTakesTheLockAgain() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    lock.lock();
    if (!condition.await(1, TimeUnit.SECONDS) && lock.isHeldByCurrentThread()) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aSignalWithoutTheLock() {
    Condition condition = new ReentrantLock().newCondition();
    try {
      condition.signal();
    } catch (IllegalMonitorStateException e) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void objectsAreWaitedForAndNotified() throws Exception {
    Object monitor = new Object();
    synchronized (monitor) {
      Thread.startVirtualThread(() -> {
        synchronized (monitor) {
          monitor.notifyAll();
        }
      });
      monitor.wait();
      Channel.nil().close(); // reached
    }
  }

  @Test
  void nobodyNotifies() throws Exception {
    Object monitor = new Object();
    synchronized (monitor) {
      monitor.wait(); // stuck
    }
  }

  @Test
  void readersShare() {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    lock.readLock().lock();
    Thread reader = Thread.startVirtualThread(() -> lock.readLock().lock());
    lock.readLock().lock();
    if (lock.getReadLockCount() == 2) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void aReaderThatWantsToWriteWaitsForItself() {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    lock.readLock().lock();
    lock.writeLock().lock(); // stuck
  }

  @Test
  void aWriterMayReadAndWriteAgain() {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    lock.writeLock().lock();
    lock.readLock().lock();
    lock.writeLock().lock();
    lock.writeLock().unlock();
    lock.writeLock().unlock();
    if (!lock.isWriteLockedByCurrentThread() && !lock.writeLock().tryLock()) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aNewReaderWaitsBehindAWriter() throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    lock.readLock().lock();
    Thread.startVirtualThread(() -> lock.writeLock().lock()); // stuck
    Thread reader =
        Thread.startVirtualThread(() -> {
          lock.readLock().lock(); // stuck
          lock.readLock().unlock();
        });
    reader.join(); // stuck
    lock.readLock().unlock();
  }

  @Test
  void aStampedLockIsNotReentrant() {
    StampedLock lock = new StampedLock();
    long stamp = lock.readLock();
    lock.unlockRead(stamp);
    lock.writeLock();
    lock.writeLock(); // stuck
  }

  @Test
  void aParkedThreadIsWoken() {
    Thread main = Thread.currentThread();
    Thread.startVirtualThread(() -> LockSupport.unpark(main));
    LockSupport.park();
    Channel.nil().close(); // reached
  }

  @Test
  void nobodyUnparks() {
    LockSupport.park(); // stuck
  }
}
