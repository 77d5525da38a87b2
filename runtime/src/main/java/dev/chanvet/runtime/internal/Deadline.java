package dev.chanvet.runtime.internal;

import java.time.Duration;

/** Durations as points of {@link System#nanoTime}. What is longer than 292 years counts as that. */
final class Deadline {
  private Deadline() {}

  static boolean isAhead(Duration timeout) {
    return timeout.isPositive();
  }

  /**
   * Returns the point {@code timeout} from now, close enough for {@code deadline - nanoTime()} not
   * to overflow.
   */
  static long after(Duration timeout) {
    return System.nanoTime() + nanos(timeout);
  }

  /** Returns {@code timeout} in nanoseconds, at most half the range of a long, at least 0. */
  static long nanos(Duration timeout) {
    if (timeout.isNegative()) {
      return 0;
    }
    return timeout.getSeconds() > Long.MAX_VALUE / 2_000_000_000L
        ? Long.MAX_VALUE / 2
        : timeout.toNanos();
  }
}
