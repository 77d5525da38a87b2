package dev.chanvet.runtime;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other goroutines are about to do. */
final class Waiting {
  private static final long LIMIT = 20_000_000_000L;

  private Waiting() {}

  static void untilBlocked(Goroutine... goroutines) {
    for (Goroutine goroutine : goroutines) {
      until(() -> goroutine.state() == GoroutineState.BLOCKED);
    }
  }

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain\n" + Go.dump());
      }
      LockSupport.parkNanos(100_000);
    }
  }
}
