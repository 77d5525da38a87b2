package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.GoroutineSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be seen of a goroutine from outside: for dumps, leak checks and deadlocks. */
public final class Observation {
  /** Held while sleeps are noted, and while the lists of goroutines are not complete. */
  static final Object LOCK = new Object();

  private Observation() {}

  /** Returns what {@code goroutine} does now. */
  public static GoroutineSnapshot snapshot(RunningGoroutine goroutine) {
    Parking sleep = goroutine.sleep;
    String reason =
        sleep != null && sleep.isWaiting() ? sleep.reason.toString() : reason(goroutine);
    return new GoroutineSnapshot(
        goroutine.id(),
        goroutine.givenName(),
        reason,
        waiting(goroutine, sleep),
        stack(goroutine.thread().getStackTrace()),
        goroutine.createdBy(),
        goroutine.parentId());
  }

  /** Returns what all of {@code goroutines} do now. */
  public static List<GoroutineSnapshot> snapshots(List<RunningGoroutine> goroutines) {
    List<GoroutineSnapshot> all = new ArrayList<>(goroutines.size());
    for (RunningGoroutine goroutine : goroutines) {
      all.add(snapshot(goroutine));
    }
    return all;
  }

  /** Returns all goroutines of the JVM, scope by scope. */
  public static List<RunningGoroutine> goroutines() {
    List<RunningGoroutine> all = new ArrayList<>();
    for (Scope scope : Scope.live()) {
      all.addAll(scope.goroutines());
    }
    return all;
  }

  /** Returns what {@code goroutines} do, which a leak check has found. */
  public static List<GoroutineSnapshot> leaked(List<RunningGoroutine> goroutines) {
    if (Counting.ON) {
      Counting.LEAKED.add(goroutines.size());
    }
    return snapshots(goroutines);
  }

  /**
   * Notes that {@code goroutine} is in {@code sleep}; the first time it is seen there counts as its
   * beginning.
   */
  static void observe(RunningGoroutine goroutine, Parking sleep, int turn) {
    if (goroutine.observedSleep != sleep || goroutine.observedTurn != turn) {
      goroutine.observedSleep = sleep;
      goroutine.observedTurn = turn;
      goroutine.observedSince = System.nanoTime();
    }
  }

  /** Notes the sleeps of all goroutines, so that dumps know how long they last. */
  static void observeAll() {
    synchronized (LOCK) {
      Scope.live().forEach(scope -> scope.all(Observation::observeNow));
    }
  }

  private static boolean observeNow(RunningGoroutine goroutine) {
    Parking sleep = goroutine.sleep;
    if (sleep != null) {
      observe(goroutine, sleep, sleep.turn());
    }
    return true;
  }

  private static Duration waiting(RunningGoroutine goroutine, @Nullable Parking sleep) {
    return sleep == null
            || goroutine.observedSleep != sleep
            || goroutine.observedTurn != sleep.turn()
        ? Duration.ZERO
        : Duration.ofNanos(System.nanoTime() - goroutine.observedSince);
  }

  private static String reason(RunningGoroutine goroutine) {
    return switch (goroutine.thread().getState()) {
      case TIMED_WAITING -> "sleep";
      case WAITING -> "waiting";
      case BLOCKED -> "sync.Mutex.Lock";
      case NEW -> "runnable";
      case RUNNABLE, TERMINATED -> "running";
    };
  }

  private static List<StackTraceElement> stack(StackTraceElement[] frames) {
    List<StackTraceElement> shown = new ArrayList<>();
    for (StackTraceElement frame : frames) {
      String name = frame.getClassName();
      if (!CreationSites.isRuntime(name) && !isThreadMachinery(name)) {
        shown.add(frame);
      }
    }
    return shown;
  }

  private static boolean isThreadMachinery(String className) {
    return className.startsWith("java.lang.VirtualThread")
        || className.equals("java.lang.Thread")
        || className.equals("java.util.concurrent.locks.LockSupport")
        || className.startsWith("java.lang.System$")
        || className.startsWith("jdk.internal.vm.Continuation");
  }
}
