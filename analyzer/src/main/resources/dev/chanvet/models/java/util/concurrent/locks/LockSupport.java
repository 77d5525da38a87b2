package java.util.concurrent.locks;

import dev.chanvet.model.Machine;

/** A permit for each thread. Kept: parking, waking, interrupts. Lost: waking for no reason. */
public final class LockSupport {
  private static final Object THREADS = Machine.sequence();
  private static final Object PERMITS = Machine.sequence();

  private LockSupport() {}

  private static Object permit(Thread thread) {
    int index = Machine.indexOf(THREADS, thread);
    if (index < 0) {
      Machine.append(THREADS, thread);
      Machine.append(PERMITS, Machine.counter(0));
      index = Machine.length(PERMITS) - 1;
    }
    return Machine.at(PERMITS, index);
  }

  public static void park() {
    try {
      Machine.acquire(permit(Thread.currentThread()), 1);
    } catch (InterruptedException e) {
      Machine.interrupt(Machine.self());
    }
  }

  public static void park(Object blocker) {
    park();
  }

  public static void parkNanos(long nanoseconds) {
    try {
      Machine.timedAcquire(permit(Thread.currentThread()), 1);
    } catch (InterruptedException e) {
      Machine.interrupt(Machine.self());
    }
  }

  public static void parkNanos(Object blocker, long nanoseconds) {
    parkNanos(nanoseconds);
  }

  public static void parkUntil(long deadline) {
    parkNanos(deadline);
  }

  public static void unpark(Thread thread) {
    if (thread != null) {
      Object permit = permit(thread);
      if (Machine.value(permit) == 0) {
        Machine.add(permit, 1);
      }
    }
  }
}
