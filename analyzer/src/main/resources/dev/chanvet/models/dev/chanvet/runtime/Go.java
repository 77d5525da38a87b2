package dev.chanvet.runtime;

import dev.chanvet.model.Machine;

/**
 * Starts goroutines. Kept: start and end. Lost: that {@code run} ends its goroutines when an
 * exception or its main's return ends it; the machine judges what they wait for by itself.
 */
public final class Go {
  private Go() {}

  public static Goroutine go(GoBody body) {
    return new Goroutine(Machine.spawn(body));
  }

  public static Goroutine go(String name, GoBody body) {
    return new Goroutine(Machine.spawn(body));
  }

  public static void run(GoBody main) {
    Machine.call(main);
  }
}
