package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.OsSignals;

/** Signals of the operating system as values of a channel: Go's {@code os/signal}. */
public final class Signals {
  private Signals() {}

  /**
   * Lets {@code channel} receive the name of each signal of {@code names} ("INT", "TERM", "HUP",
   * ...) in place of what the JVM would do with it. The sender does not wait: give the channel a
   * capacity (1 will do for one signal). While a channel is notified, a goroutine that receives
   * from it is not deadlocked. Go's {@code signal.Notify}.
   *
   * @throws IllegalArgumentException if there is no such signal, or the JVM needs it for itself
   *     ("QUIT")
   */
  public static void notify(Channel<String> channel, String... names) {
    OsSignals.add(channel, names);
  }

  /** Lets {@code channel} receive no signal any more: Go's {@code signal.Stop}. */
  public static void stop(Channel<String> channel) {
    OsSignals.remove(channel);
  }

  /**
   * Prints a dump of all goroutines to the standard error stream whenever the process receives the
   * signal {@code name}, such as "USR2". (On "QUIT" the JVM prints its own dump, where goroutines
   * are virtual threads by their names; {@code jcmd PID Thread.dump_to_file} lists them too.)
   *
   * @throws IllegalArgumentException if there is no such signal, or the JVM needs it for itself
   */
  public static void dumpOn(String name) {
    Channel<String> signals = Channel.make(1);
    notify(signals, name);
    Thread.ofVirtual()
        .name("goroutine dump on " + name)
        .start(() -> {
          for (String ignored : signals) {
            System.err.println(Go.dump());
          }
        });
  }
}
