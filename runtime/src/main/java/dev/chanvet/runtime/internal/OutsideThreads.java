package dev.chanvet.runtime.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that are no goroutines: may one of them wake a goroutine?
 *
 * <p>A thread that waits without a limit cannot, unless another wakes it first; nor can an idle
 * worker of a pool. Those of the JVM do not, nor daemons that were there before the run began (of a
 * test runner, an IDE). Everything else that runs, sleeps for a time or is about to run may hold a
 * channel, so while it is there nothing is called a deadlock.
 */
final class OutsideThreads {
  private static final long SECOND_LOOK = 10_000_000;

  private final Thread caller = Thread.currentThread();
  private final Set<Thread> daemonsBefore = new HashSet<>();

  /** Notes the daemons that are there now; the current thread is the one that waits for the run. */
  OutsideThreads() {
    for (Thread thread : platformThreads()) {
      if (thread != null && thread.isDaemon()) {
        daemonsBefore.add(thread);
      }
    }
  }

  private static Thread[] platformThreads() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    if (Thread.currentThread().isVirtual() || root == null) {
      return Thread.getAllStackTraces().keySet().toArray(new Thread[0]);
    }
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + 16];
    root.enumerate(threads, true);
    return threads;
  }

  /** Whether no thread outside can do anything that might wake a goroutine. */
  boolean areAsleep() {
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      Thread thread = entry.getKey();
      if (thread != caller && !daemonsBefore.contains(thread) && mayAct(thread, entry.getValue())) {
        return false;
      }
    }
    return VirtualThreads.allButOneAreAsleep(caller);
  }

  /**
   * As {@link #areAsleep}, a moment later. Before Java 24 the dump does not tell a virtual thread
   * that has just been woken from one that sleeps.
   */
  boolean areStillAsleep() {
    if (Runtime.version().feature() >= 24) {
      return true;
    }
    LockSupport.parkNanos(SECOND_LOOK);
    return areAsleep();
  }

  private static boolean mayAct(Thread thread, StackTraceElement[] stack) {
    return switch (thread.getState()) {
      case NEW, TERMINATED, WAITING -> false;
      case RUNNABLE, BLOCKED, TIMED_WAITING -> !isOfTheSystem(thread) && !isIdleWorker(stack);
    };
  }

  private static boolean isOfTheSystem(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group == null
        || group.getParent() == null // "system": the JVM's own
        || thread.getName().equals("DestroyJavaVM")
        || thread.getName().equals(Clock.THREAD_NAME)
        || thread.getClass().getName().startsWith("jdk.internal."); // carriers and the like
  }

  /** Whether it is a pool's worker without work, or waits for a run of its own. */
  private static boolean isIdleWorker(StackTraceElement[] stack) {
    boolean idle = false;
    for (StackTraceElement frame : stack) {
      String type = frame.getClassName();
      String method = frame.getMethodName();
      if (type.endsWith("$DelayedWorkQueue")) {
        return false;
      }
      idle |=
          type.equals("java.util.concurrent.ForkJoinPool") && method.equals("awaitWork")
              || type.equals("java.util.concurrent.ThreadPoolExecutor") && method.equals("getTask")
              || type.equals(Runs.class.getName()) && method.equals("watch");
    }
    return idle;
  }
}
