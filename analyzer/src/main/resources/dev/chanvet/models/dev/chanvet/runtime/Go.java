package dev.chanvet.runtime;

import dev.chanvet.model.Machine;
import java.util.List;

/**
 * Starts goroutines. Kept: start and end. Lost: that {@code run} ends its goroutines when an
 * exception or its main's return ends it (the machine judges what they wait for), dumps.
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

  public static void main(GoBody main) {
    Machine.call(main);
  }

  public static List<Object> runAndReport(GoBody main) {
    Machine.call(main);
    return Machine.unknown();
  }

  public static Goroutine current() {
    return new Goroutine(Machine.self());
  }

  public static List<Object> goroutines() {
    return Machine.unknown();
  }

  public static String dump() {
    return Machine.unknown();
  }
}
