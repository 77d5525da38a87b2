package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.Observation;
import dev.chanvet.runtime.internal.RunningGoroutine;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Fails if goroutines are left behind: what goleak is to Go.
 *
 * <pre>{@code
 * try (var leaks = LeakCheck.start()) {
 *   ... // what is started here must have ended when the block ends, or soon after
 * }
 * }</pre>
 *
 * <p>It sees all goroutines of the JVM that were not there at its start, so tests that use it must
 * not run at the same time as others that start goroutines. For JUnit see {@code
 * dev.chanvet.runtime.junit.LeakCheckExtension}.
 */
public final class LeakCheck implements AutoCloseable {
  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(1);
  private static final long FIRST_PAUSE = 100_000;
  private static final long LONGEST_PAUSE = 20_000_000;

  private final Set<RunningGoroutine> before = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Duration grace;

  private LeakCheck(Duration grace) {
    this.grace = grace;
    before.addAll(Observation.goroutines());
  }

  /** Starts a check that gives goroutines a second to end. */
  public static LeakCheck start() {
    return new LeakCheck(DEFAULT_GRACE);
  }

  /** Starts a check that gives goroutines {@code grace} to end. */
  public static LeakCheck start(Duration grace) {
    return new LeakCheck(grace);
  }

  /**
   * Waits until no goroutine is left that was not there at the start, at most the grace period.
   *
   * @throws GoroutineLeakError with the dump of each that is left; they are interrupted, so that
   *     the next test starts clean
   */
  @Override
  public void close() {
    long deadline = System.nanoTime() + grace.toNanos();
    long pause = FIRST_PAUSE;
    List<RunningGoroutine> left = left();
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      left = left();
    }
    if (!left.isEmpty()) {
      List<GoroutineSnapshot> dump = Observation.leaked(left);
      left.forEach(Goroutine::interrupt);
      throw new GoroutineLeakError(dump);
    }
  }

  private List<RunningGoroutine> left() {
    return Observation.goroutines().stream()
        .filter(goroutine -> !before.contains(goroutine))
        .toList();
  }
}
