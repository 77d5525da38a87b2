package dev.chanvet.runtime;

import dev.chanvet.model.Machine;
import java.time.Duration;
import java.time.Instant;

/** A channel that receives one value later. Kept: that it fires at any moment unless stopped. Lost: when. */
public final class Timer {
  private final Channel<Instant> channel = Channel.make(1);

  /** The pending alarm; null when it has fired or was stopped. */
  private Object alarm;

  private Timer() {
    start();
  }

  public static Timer after(Duration delay) {
    return new Timer();
  }

  private void start() {
    Object mine = new Object();
    alarm = mine;
    Machine.spawnTimer(
        () -> {
          if (alarm == mine) {
            alarm = null;
            Machine.trySend(channel.core, Signal.SIGNAL);
          }
        });
  }

  public ReceiveChannel<Instant> channel() {
    return channel;
  }

  public boolean stop() {
    boolean pending = alarm != null;
    alarm = null;
    Machine.tryReceive(channel.core);
    return pending;
  }

  public boolean reset(Duration delay) {
    boolean pending = stop();
    start();
    return pending;
  }
}
