package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.TimeChannel;
import java.time.Duration;
import java.time.Instant;

/**
 * Events at a fixed rate: Go's {@code time.Ticker}. A tick that comes while the one before has not
 * been received is dropped. Stop it when it is no longer needed.
 */
public final class Ticker implements AutoCloseable {
  private final TimeChannel channel = new TimeChannel();

  private Ticker() {}

  /**
   * Makes a ticker whose first tick comes {@code period} from now.
   *
   * @throws IllegalArgumentException if {@code period} is not positive
   */
  public static Ticker every(Duration period) {
    if (!period.isPositive()) {
      throw new IllegalArgumentException("non-positive interval for Ticker: " + period);
    }
    Ticker ticker = new Ticker();
    ticker.channel.fireEvery(period);
    return ticker;
  }

  /**
   * Returns the channel, of capacity 1 and never closed (as in Go), that receives the time of each
   * tick.
   */
  public ReceiveChannel<Instant> channel() {
    return channel;
  }

  /**
   * Stops the ticker: no tick comes any more. The channel is not closed, so that no reader takes
   * that for a tick.
   */
  public void stop() {
    channel.stop();
  }

  /** Stops the ticker. */
  @Override
  public void close() {
    stop();
  }
}
