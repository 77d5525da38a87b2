package dev.chanvet.runtime;

import dev.chanvet.model.Machine;
import java.time.Duration;
import java.time.Instant;

/**
 * A channel that receives one value later. Kept: that it fires at any moment unless stopped. Lost:
 * when.
 */
public final class Timer {
  private final Channel<Instant> channel = Channel.make(1);

  /** 1 while it may still fire. */
  private final Object armed = Machine.counter(0);

  private Timer() {
    start();
  }

  public static Timer after(Duration delay) {
    return new Timer();
  }

  private void start() {
    Machine.add(armed, 1);
    Machine.spawnTimer(() -> {
      if (Machine.tryAcquire(armed, 1)) {
        Machine.trySend(channel.core, Signal.SIGNAL);
      }
    });
  }

  public ReceiveChannel<Instant> channel() {
    return channel;
  }

  public boolean stop() {
    boolean pending = Machine.tryAcquire(armed, 1);
    Machine.tryReceive(channel.core);
    return pending;
  }

  public boolean reset(Duration delay) {
    boolean pending = stop();
    start();
    return pending;
  }
}
