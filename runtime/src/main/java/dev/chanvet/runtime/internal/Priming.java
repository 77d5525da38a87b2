package dev.chanvet.runtime.internal;

import java.util.concurrent.locks.LockSupport;

/**
 * Has the JIT compile send and receive before a program has many goroutines. A goroutine that
 * blocks in interpreted frames is slow to put to sleep and to wake, and with a hundred thousand of
 * them the compiled code comes too late for most.
 *
 * <p>The frames of what the goroutines run count as much, and nobody but the program can warm them
 * up: by now some hundred goroutines have entered them, so they are in the compiler's queue. So the
 * goroutine that starts the others waits a moment until the compiler has got so far; without that
 * all of them would be inside by then, in frames that stay interpreted. The price is some tens of
 * milliseconds, paid once, by programs with many goroutines only.
 */
final class Priming {
  /** The goroutine of a scope that triggers it. */
  static final long AT = 300;

  private static final long COMPILER = 20_000_000;
  private static boolean done;

  private Priming() {}

  static void prime() {
    if (begin()) {
      Rehearsal.run();
      LockSupport.parkNanos(COMPILER);
    }
  }

  private static synchronized boolean begin() {
    boolean first = !done;
    done = true;
    return first;
  }
}
