package dev.chanvet.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** The channel of a timer or ticker: capacity 1, fed by the clock. */
public final class TimeChannel extends BufferedChannel<Instant> {

  /** What is to come, or null. A fire that finds another here than its own came too late. */
  private volatile @Nullable Armed armed;

  /** One setting of the timer. */
  private final class Armed implements Runnable {
    private final boolean repeats;
    private @Nullable ScheduledFuture<?> future;

    Armed(boolean repeats) {
      this.repeats = repeats;
    }

    @Override
    public void run() {
      fire(this);
    }
  }

  /** Makes a channel that nothing feeds yet. */
  public TimeChannel() {
    super(1);
  }

  /** Sends the time once, {@code delay} from now. */
  public synchronized void fireAfter(Duration delay) {
    Armed once = new Armed(false);
    armed = once;
    once.future = Clock.after(Deadline.nanos(delay), once);
  }

  /** Sends the time every {@code period}. */
  public synchronized void fireEvery(Duration period) {
    Armed repeated = new Armed(true);
    armed = repeated;
    repeated.future = Clock.every(Deadline.nanos(period), repeated);
  }

  /**
   * Lets nothing more come, and takes back a time that nobody has received; returns whether
   * something was to come or was there.
   */
  public synchronized boolean stop() {
    Armed stopped = armed;
    armed = null;
    if (stopped != null && stopped.future != null) {
      stopped.future.cancel(false);
    }
    return tryReceive() != null || stopped != null;
  }

  private synchronized void fire(Armed due) {
    if (armed == due) {
      // A receiver that sleeps wakes inside trySend, while nothing is to come but the channel is
      // fed.
      trySend(Instant.now());
      armed = due.repeats ? due : null;
    }
  }

  @Override
  boolean fedFromOutside() {
    return armed != null || super.fedFromOutside();
  }
}
