package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.TimeChannel;
import java.time.Duration;
import java.time.Instant;

/**
 * One event in the future: Go's {@code time.Timer}. When the time comes, the channel receives it.
 *
 * <p>As since Go 1.23, a {@link #stop} or {@link #reset} also takes back a time that nobody has
 * received yet, so that no stale one is received afterwards.
 */
public final class Timer {
  private final TimeChannel channel = new TimeChannel();

  private Timer() {}

  /** Makes a timer that fires once, {@code delay} from now; zero or less at once. */
  public static Timer after(Duration delay) {
    Timer timer = new Timer();
    timer.channel.fireAfter(delay);
    return timer;
  }

  /** Returns the channel, of capacity 1 and never closed, that receives the time. */
  public ReceiveChannel<Instant> channel() {
    return channel;
  }

  /**
   * Stops the timer.
   *
   * @return whether it was still running: false if its time has been received, or it was stopped
   *     before
   */
  public boolean stop() {
    return channel.stop();
  }

  /**
   * Lets the timer fire {@code delay} from now, and not before.
   *
   * @return whether it was still running
   */
  public boolean reset(Duration delay) {
    boolean running = channel.stop();
    channel.fireAfter(delay);
    return running;
  }
}
