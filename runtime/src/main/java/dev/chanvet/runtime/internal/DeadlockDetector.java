package dev.chanvet.runtime.internal;

import java.lang.ref.WeakReference;
import java.util.function.Predicate;

/**
 * Looks whether any goroutine can ever move again.
 *
 * <p>Nothing is counted while channels work: the caller of {@code Go.run}, which has nothing else
 * to do, looks from time to time. It looks twice. If every goroutine sleeps at the second look in
 * the very sleep in which it was at the first, then there was a moment between the looks when all
 * were asleep; only a goroutine that runs, a timer or a thread outside can end a sleep; so if there
 * is no such timer or thread either, none ever will.
 *
 * <p>The goroutines of other runs are looked at too: a channel may lead to them. A goroutine that
 * waits for a run of its own moves when that run ends or is found to be a deadlock, so the run
 * around it is not judged meanwhile.
 */
final class DeadlockDetector {
  private static final long FIRST_PAUSE = 2_000_000;
  private static final long LONGEST_PAUSE = 50_000_000;

  /** A look may cost one part in this many of the time between looks. */
  private static final long SHARE = 50;

  /**
   * How long a thread that runs, and seems to know no channel, may keep a deadlock from being told.
   */
  private static final long LONGEST_DOUBT = 2_000_000_000L;

  /** How often the sleeps are noted, for the durations in dumps. */
  private static final long OBSERVE_EVERY = 10_000_000_000L;

  private final Scope scope;
  private final OutsideThreads outside;
  private long lastObserved = System.nanoTime();
  private long pause = FIRST_PAUSE;

  /** Whether all goroutines were asleep at the last look. */
  private boolean seemed;

  /** Since when all goroutines are asleep while some thread of the process may run; 0 if not. */
  private long doubtSince;

  /** The goroutine that was last found running: probably it still runs. Weak, see Unreachable. */
  private WeakReference<RunningGoroutine> lastAwake = new WeakReference<>(null);

  DeadlockDetector(Scope scope, OutsideThreads outside) {
    this.scope = scope;
    this.outside = outside;
  }

  /** Returns how long to wait before the next look, in nanoseconds. */
  long pause() {
    return pause;
  }

  /** Whether no goroutine can ever move again. */
  boolean isDeadlocked() {
    long start = System.nanoTime();
    boolean stuck = looksStuck();
    if (start - lastObserved > OBSERVE_EVERY) {
      lastObserved = start;
      Observation.observeAll();
    }
    long cost = System.nanoTime() - start;
    pause = Math.max(Math.min(pause * 2, LONGEST_PAUSE), cost * SHARE);
    return stuck;
  }

  private boolean looksStuck() {
    RunningGoroutine probablyAwake = lastAwake.get();
    if (probablyAwake != null && !probablyAwake.isEnded() && isAwake(probablyAwake)) {
      return false;
    }
    boolean stuck =
        seemAsleep()
            && isBeyondDoubt()
            && outside.areAsleep()
            && outside.areStillAsleep()
            && isBeyondDoubt()
            && seemAsleep();
    if (!seemed) {
      doubtSince = 0;
    }
    return stuck;
  }

  /**
   * Whether no thread is about to run that looks asleep: on a busy machine one that has been woken
   * may wait long for a processor. A thread that just runs and runs, one of those that are taken to
   * know no channel, must not hide a deadlock for ever; so doubt has a limit.
   */
  private boolean isBeyondDoubt() {
    if (!KernelThreads.othersMayRun()) {
      doubtSince = 0;
      return true;
    }
    long now = System.nanoTime();
    if (doubtSince == 0) {
      doubtSince = now;
    }
    return now - doubtSince > LONGEST_DOUBT;
  }

  /** Looks twice. What is observed is noted in the goroutines, so one looks at a time. */
  private boolean seemAsleep() {
    synchronized (Observation.LOCK) {
      seemed = everybody(this::observeAsleep) && everybody(this::stillAsleep);
      return seemed;
    }
  }

  private static boolean everybody(Predicate<RunningGoroutine> test) {
    for (Scope each : Scope.live()) {
      if (each.callerMoves() || !each.all(test)) {
        return false;
      }
    }
    return true;
  }

  private boolean observeAsleep(RunningGoroutine goroutine) {
    if (goroutine.isWatching()) {
      return goroutine.scope != scope;
    }
    Parking sleep = goroutine.sleep;
    int turn = sleep == null ? Parking.NONE : sleep.asleepForGood();
    if (sleep == null || turn == Parking.NONE) {
      lastAwake = new WeakReference<>(goroutine);
      return false;
    }
    Observation.observe(goroutine, sleep, turn);
    return true;
  }

  private boolean stillAsleep(RunningGoroutine goroutine) {
    if (goroutine.isWatching()) {
      return goroutine.scope != scope;
    }
    Parking sleep = goroutine.sleep;
    return sleep != null
        && sleep == goroutine.observedSleep
        && sleep.asleepForGood() == goroutine.observedTurn;
  }

  private static boolean isAwake(RunningGoroutine goroutine) {
    Parking sleep = goroutine.sleep;
    return sleep == null || sleep.asleepForGood() == Parking.NONE;
  }
}
