package dev.chanvet.runtime;

import dev.chanvet.model.Machine;

/**
 * Signals of the operating system. Kept: that one may come at any moment until stopped. Lost:
 * which.
 */
public final class Signals {
  /** The channels that want no more. */
  private static final Object STOPPED = Machine.sequence();

  private Signals() {}

  public static void notify(Channel<String> channel, String... names) {
    Machine.spawnTimer(() -> {
      while (Machine.indexOf(STOPPED, channel) < 0) {
        Machine.trySend(channel.core, "signal");
        Machine.pause();
      }
    });
  }

  public static void stop(Channel<String> channel) {
    Machine.append(STOPPED, channel);
  }

  public static void dumpOn(String name) {}
}
