package dev.chanvet.runtime;

import java.time.Duration;
import java.time.Instant;

/** Timers without a handle. Kept: that the value comes at any moment. Lost: when. */
public final class Timers {
  private Timers() {}

  public static ReceiveChannel<Instant> after(Duration delay) {
    return Timer.after(delay).channel();
  }
}
