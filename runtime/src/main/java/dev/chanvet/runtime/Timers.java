package dev.chanvet.runtime;

import java.time.Duration;
import java.time.Instant;

/** Short forms for timers. Meant for static import. */
public final class Timers {
  private Timers() {}

  /**
   * Returns a channel that receives the time once, {@code delay} from now: Go's {@code time.After}.
   */
  public static ReceiveChannel<Instant> after(Duration delay) {
    return Timer.after(delay).channel();
  }
}
