package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.GoroutineSnapshot;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the goroutines that sleep and that nothing can wake any more, by asking who knows best: the
 * garbage collector.
 *
 * <p>A goroutine that sleeps hangs in the queues of what it sleeps in, and whoever could wake it,
 * or interrupt it, reaches it from there or holds a handle of it. So if nothing reaches it, it
 * sleeps for ever. Our own lists reach all goroutines: for the time of a collection those that
 * sleep are taken out and remembered weakly. What the collector takes was lost; the others are put
 * back.
 *
 * <p>The JVM keeps a list of its own of all virtual threads unless told not to; while it does, no
 * goroutine is ever beyond reach for the collector.
 */
public final class Unreachable {
  private static final String TRACKING = "jdk.trackAllThreads";
  private static final int COLLECTIONS = 5;

  /** A goroutine that has been taken out of its scope's list. Guarded by the list's lock. */
  static final class Withdrawal {
    private final WeakReference<RunningGoroutine> goroutine;
    private final GoroutineSnapshot snapshot;

    /** Whether it has ended, as any goroutine may. */
    boolean ended;

    private Withdrawal(RunningGoroutine goroutine) {
      this.goroutine = new WeakReference<>(goroutine);
      this.snapshot = Observation.snapshot(goroutine);
    }
  }

  private Unreachable() {}

  /** Whether the JVM was told to keep no list of virtual threads. */
  public static boolean canBeFound() {
    String tracking = System.getProperty(TRACKING);
    return tracking != null && !tracking.isEmpty() && !Boolean.parseBoolean(tracking);
  }

  /**
   * Returns the goroutines that nothing can wake any more, as they were; they are forgotten.
   *
   * @throws UnsupportedOperationException if the JVM keeps a list of them, or collects no garbage
   *     when asked to
   */
  public static List<GoroutineSnapshot> find() {
    if (!canBeFound()) {
      throw new UnsupportedOperationException(
          "start the JVM with -D" + TRACKING + "=false, or it holds every virtual thread itself");
    }
    synchronized (Observation.LOCK) {
      List<Withdrawal> withdrawn = withdraw();
      boolean collected = collect();
      List<GoroutineSnapshot> lost = putBack(withdrawn);
      if (!collected) {
        throw new UnsupportedOperationException("the JVM does not obey System.gc()");
      }
      return lost;
    }
  }

  private static List<Withdrawal> withdraw() {
    List<Withdrawal> withdrawn = new ArrayList<>();
    for (RunningGoroutine goroutine : Observation.goroutines()) {
      Parking sleep = goroutine.sleep;
      if (sleep != null && sleep.asleepForGood() != Parking.NONE) {
        Withdrawal withdrawal = new Withdrawal(goroutine);
        if (goroutine.scope.withdraw(goroutine, withdrawal)) {
          withdrawn.add(withdrawal);
        }
      }
    }
    return withdrawn;
  }

  /** Puts back those that are left, and returns what the others did. */
  private static List<GoroutineSnapshot> putBack(List<Withdrawal> withdrawn) {
    List<GoroutineSnapshot> lost = new ArrayList<>();
    for (Withdrawal withdrawal : withdrawn) {
      RunningGoroutine goroutine = withdrawal.goroutine.get();
      if (goroutine != null) {
        goroutine.scope.putBack(goroutine);
      } else if (!withdrawal.ended) {
        lost.add(withdrawal.snapshot);
      }
    }
    return lost;
  }

  /** Has garbage collected; returns whether some was. */
  private static boolean collect() {
    WeakReference<Object> witness = new WeakReference<>(new Object());
    for (int i = 0; i < COLLECTIONS && !witness.refersTo(null); i++) {
      System.gc();
    }
    return witness.refersTo(null);
  }
}
