package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.Channel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Who wants which signals of the operating system. The handlers that were there come back when
 * nobody does.
 */
public final class OsSignals {
  private static final Map<String, Set<Channel<String>>> LISTENERS = new HashMap<>();
  private static final Map<String, SignalHandler> BEFORE = new HashMap<>();

  private OsSignals() {}

  /** Lets {@code channel} receive the names of these signals. */
  public static synchronized void add(Channel<String> channel, String... names) {
    if (channel instanceof LockedChannel<?> locked) {
      locked.feedFromOutside();
    }
    for (String name : names) {
      Set<Channel<String>> listeners = LISTENERS.computeIfAbsent(name, n -> new LinkedHashSet<>());
      if (listeners.isEmpty()) {
        BEFORE.put(name, Signal.handle(new Signal(name), signal -> deliver(signal.getName())));
      }
      listeners.add(channel);
    }
  }

  /** Lets {@code channel} receive no signal any more. */
  public static synchronized void remove(Channel<String> channel) {
    if (channel instanceof LockedChannel<?> locked) {
      locked.starve();
    }
    LISTENERS.forEach((name, listeners) -> {
      if (listeners.remove(channel) && listeners.isEmpty()) {
        Signal.handle(new Signal(name), BEFORE.get(name));
      }
    });
  }

  private static synchronized void deliver(String name) {
    for (Channel<String> channel : LISTENERS.getOrDefault(name, Set.of())) {
      channel.trySend(name);
    }
  }
}
