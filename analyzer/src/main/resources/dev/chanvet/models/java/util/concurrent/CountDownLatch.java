package java.util.concurrent;

import dev.chanvet.model.Machine;

/** A gate that opens at zero. Kept: everything. */
public class CountDownLatch {
  private final Object count;

  public CountDownLatch(int count) {
    this.count = Machine.counter(count);
  }

  public void countDown() {
    Machine.tryAcquire(count, 1);
  }

  public void await() throws InterruptedException {
    Machine.awaitZero(count);
  }

  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    return Machine.timedAwaitZero(count);
  }

  public long getCount() {
    return Machine.value(count);
  }
}
