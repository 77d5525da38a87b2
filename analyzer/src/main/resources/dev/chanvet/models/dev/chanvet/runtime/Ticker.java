package dev.chanvet.runtime;

import dev.chanvet.model.Machine;
import java.time.Duration;
import java.time.Instant;

/**
 * A channel that receives a value again and again. Kept: that a tick may come at any moment until
 * stopped. Lost: when.
 */
public final class Ticker implements AutoCloseable {
  private final Channel<Instant> channel = Channel.make(1);

  /** 1 until stopped, then 0. */
  private final Object running = Machine.counter(1);

  private Ticker() {
    Machine.spawnTimer(() -> {
      while (Machine.value(running) > 0) {
        Machine.trySend(channel.core, Signal.SIGNAL);
        Machine.pause();
      }
    });
  }

  public static Ticker every(Duration period) {
    return new Ticker();
  }

  public ReceiveChannel<Instant> channel() {
    return channel;
  }

  public void stop() {
    Machine.tryAcquire(running, 1);
    Machine.tryReceive(channel.core);
  }

  public void close() {
    stop();
  }
}
