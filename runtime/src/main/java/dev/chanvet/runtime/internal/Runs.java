package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.DeadlockException;
import dev.chanvet.runtime.GoBody;
import dev.chanvet.runtime.GoroutineException;
import dev.chanvet.runtime.GoroutineSnapshot;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Runs a main goroutine and all that it starts, and watches over them. */
public final class Runs {
  /** How long goroutines that were interrupted at the end may take to be gone, in nanoseconds. */
  private static final long GRACE = 100_000_000;

  private static final long STEP = 1_000_000;

  private Runs() {}

  /**
   * Runs {@code main} as goroutine 1 and waits for its end, a failure or a deadlock.
   *
   * @param report whether to return what main left behind; taking stacks costs
   * @return the goroutines that were still there when main returned; they have been interrupted
   */
  public static List<GoroutineSnapshot> run(GoBody main, boolean report) {
    OutsideThreads outside = new OutsideThreads();
    Scope scope = Scope.open();
    DeadlockDetector detector = new DeadlockDetector(scope, outside);
    RunningGoroutine around = RunningGoroutine.currentOrNull();
    boolean interrupted = false;
    try {
      if (around != null) {
        around.setWatching(true);
      }
      RunningGoroutine first = RunningGoroutine.start(scope, null, main, main.getClass(), 0);
      scope.setMain(first);
      interrupted = watch(scope, first, detector);
      rethrow(scope.failure());
      return report ? Observation.snapshots(scope.goroutines()) : List.of();
    } finally {
      interrupted |= end(scope);
      if (around != null) {
        around.setWatching(false);
      }
      scope.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Waits for the end or a failure; returns whether this thread was interrupted meanwhile, which
   * {@code main} then was too.
   */
  private static boolean watch(Scope scope, RunningGoroutine main, DeadlockDetector detector) {
    boolean interrupted = false;
    while (!main.isEnded() && scope.failure() == null) {
      LockSupport.parkNanos(detector.pause());
      if (Thread.interrupted()) {
        interrupted = true;
        main.interrupt();
      }
      if (!main.isEnded() && scope.failure() == null && detector.isDeadlocked()) {
        throw new DeadlockException(Observation.snapshots(scope.goroutines()));
      }
    }
    return interrupted;
  }

  /**
   * Interrupts what is left and gives it a moment to go; returns whether this thread was
   * interrupted meanwhile.
   */
  private static boolean end(Scope scope) {
    scope.end();
    boolean interrupted = false;
    long deadline = System.nanoTime() + GRACE;
    while (!scope.all(goroutine -> false) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(STEP);
      interrupted |= Thread.interrupted();
    }
    return interrupted;
  }

  private static void rethrow(Scope.@Nullable Failure failure) {
    if (failure == null) {
      return;
    }
    if (failure.goroutine().id() == 1) {
      if (failure.cause() instanceof RuntimeException e) {
        throw e;
      }
      if (failure.cause() instanceof Error e) {
        throw e;
      }
    }
    throw new GoroutineException(failure.goroutine(), failure.cause());
  }
}
