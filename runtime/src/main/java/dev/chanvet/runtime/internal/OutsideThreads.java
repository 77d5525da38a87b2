package dev.chanvet.runtime.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that are no goroutines: may one of them wake a goroutine?
 *
 * <p>A thread that waits without a limit cannot, unless another wakes it first; nor can an idle
 * worker of a pool, nor the JVM's own threads. Everything else that runs, sleeps for a time or is
 * about to run may hold a channel, so while it is there nothing is called a deadlock. Only of the
 * threads that were there before the run, some are taken for those of a server, a test runner or an
 * IDE that know no channel of it: daemons, workers that wait for the time of a task, and those that
 * wait for somebody with a limit, as a test does for the thread that called {@code Go.run}.
 */
final class OutsideThreads {
  private static final long SECOND_LOOK = 10_000_000;

  /** Where a thread stands if all it does is to wait for work. */
  private enum Idle {
    NO,
    UNTIL_GIVEN_WORK,
    UNTIL_A_TIME
  }

  private final Thread caller = Thread.currentThread();
  private final Set<Thread> before = new HashSet<>();

  /** Notes the threads that are there now; the current one is the one that waits for the run. */
  OutsideThreads() {
    for (Thread thread : platformThreads()) {
      if (thread != null) {
        before.add(thread);
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
      if (thread != caller && mayAct(thread, entry.getValue())) {
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

  private boolean mayAct(Thread thread, StackTraceElement[] stack) {
    return switch (thread.getState()) {
      case NEW, TERMINATED, WAITING -> false;
      case RUNNABLE, BLOCKED -> isAlert(thread, stack);
      case TIMED_WAITING ->
          isAlert(thread, stack) && !(before.contains(thread) && waitsForOthers(stack));
    };
  }

  private boolean isAlert(Thread thread, StackTraceElement[] stack) {
    boolean early = before.contains(thread);
    return !isOfTheSystem(thread)
        && !(early && thread.isDaemon() && !worksForAPool(stack))
        && switch (idle(stack)) {
          case NO -> true;
          case UNTIL_GIVEN_WORK -> false;
          case UNTIL_A_TIME -> !early;
        };
  }

  /**
   * Whether a timed wait is for something that others do (a join, a future, a lock) and no mere
   * sleep.
   */
  private static boolean waitsForOthers(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String type = frame.getClassName();
      if (type.equals("java.lang.Thread") && frame.getMethodName().startsWith("sleep")) {
        return false;
      }
      if (!type.equals("jdk.internal.misc.Unsafe")
          && !type.equals("java.util.concurrent.locks.LockSupport")) {
        return type.startsWith("java.");
      }
    }
    return true;
  }

  private static boolean isOfTheSystem(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group == null
        || group.getParent() == null // "system": the JVM's own
        || thread.getName().equals("DestroyJavaVM")
        || thread.getName().equals(Clock.THREAD_NAME)
        || thread.getName().equals(Priming.THREAD_NAME)
        || thread.getClass().getName().startsWith("jdk.internal."); // carriers and the like
  }

  /**
   * Whether a pool runs a task on the thread, which may come from the run although the thread does
   * not.
   */
  private static boolean worksForAPool(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String type = frame.getClassName();
      if (type.equals("java.util.concurrent.ForkJoinTask")
          || type.equals("java.util.concurrent.FutureTask")
          || type.startsWith("java.util.concurrent.CompletableFuture$Async")) {
        return true;
      }
    }
    return false;
  }

  private static Idle idle(StackTraceElement[] stack) {
    boolean timed = false;
    for (StackTraceElement frame : stack) {
      String type = frame.getClassName();
      timed |= type.endsWith("$DelayedWorkQueue");
      if (waitsForWork(type, frame.getMethodName())) {
        return timed || type.equals("java.util.TimerThread")
            ? Idle.UNTIL_A_TIME
            : Idle.UNTIL_GIVEN_WORK;
      }
    }
    return Idle.NO;
  }

  /** Whether this is where a pool's worker, a timer's thread or the caller of another run waits. */
  private static boolean waitsForWork(String type, String method) {
    return switch (method) {
      case "getTask" -> type.equals("java.util.concurrent.ThreadPoolExecutor");
      case "awaitWork" -> type.equals("java.util.concurrent.ForkJoinPool");
      case "mainLoop" -> type.equals("java.util.TimerThread");
      case "watch" -> type.equals(Runs.class.getName());
      default -> false;
    };
  }
}
