package dev.chanvet.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** The channel of a timer or ticker: capacity 1, fed by the clock. */
public final class TimeChannel extends BufferedChannel<Instant> {
  private @Nullable ScheduledFuture<?> future;

  /** Makes a channel that nothing feeds yet. */
  public TimeChannel() {
    super(1);
  }

  /** Sends the time once, {@code delay} from now. */
  public synchronized void fireAfter(Duration delay) {
    future = Clock.after(Deadline.nanos(delay), this::fire);
  }

  /** Sends the time every {@code period}. */
  public synchronized void fireEvery(Duration period) {
    future = Clock.every(Deadline.nanos(period), this::fire);
  }

  /**
   * Lets nothing more come, and takes back a time not received; returns whether something was to
   * come or was there.
   */
  public synchronized boolean stop() {
    ScheduledFuture<?> running = future;
    future = null;
    boolean stopped = running != null && running.cancel(false);
    return tryReceive() != null || stopped;
  }

  private synchronized void fire() {
    if (future != null) {
      trySend(Instant.now());
    }
  }

  @Override
  boolean fedFromOutside() {
    ScheduledFuture<?> running = future;
    return running != null && !running.isDone() || size() > 0;
  }
}
