package dev.chanvet.runtime.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The threads that are no goroutines: may one of them wake a goroutine?
 *
 * <p>A thread that waits without a limit cannot, unless another wakes it first. Neither can those
 * of the JVM, nor daemons that were there before the run began (those of a test runner or an IDE).
 */
final class OutsideThreads {
  private final Set<Thread> daemonsBefore = new HashSet<>();
  private final Thread caller = Thread.currentThread();

  /** Notes the threads that are there now. */
  OutsideThreads() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.isDaemon()) {
        daemonsBefore.add(thread);
      }
    }
  }

  /** Whether no thread outside can do anything that might wake a goroutine. */
  boolean areAsleep(Scope scope) {
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      Thread thread = entry.getKey();
      if (thread != caller && !daemonsBefore.contains(thread) && mayAct(thread, entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayAct(Thread thread, StackTraceElement[] stack) {
    return switch (thread.getState()) {
      case NEW, TERMINATED, WAITING -> false;
      case RUNNABLE, BLOCKED, TIMED_WAITING -> !isOfTheSystem(thread, stack);
    };
  }

  private static boolean isOfTheSystem(Thread thread, StackTraceElement[] stack) {
    ThreadGroup group = thread.getThreadGroup();
    if (group != null && group.getName().equals("system")
        || thread.getName().equals("DestroyJavaVM")) {
      return true;
    }
    String type = thread.getClass().getName();
    return type.startsWith("jdk.internal.misc.")
        || thread.getName().startsWith("VirtualThread-unparker")
        || thread.getName().equals(Clock.THREAD_NAME)
        || isIdleWorker(stack);
  }

  private static boolean isIdleWorker(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getMethodName().equals("awaitWork")
          && frame.getClassName().equals("java.util.concurrent.ForkJoinPool")) {
        return true;
      }
    }
    return false;
  }
}
