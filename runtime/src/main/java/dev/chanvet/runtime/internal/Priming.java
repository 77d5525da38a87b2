package dev.chanvet.runtime.internal;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has the JIT compile send and receive before a program has many goroutines. A goroutine that
 * blocks in interpreted frames is slow to put to sleep and to wake, and with a hundred thousand of
 * them the compiled code comes too late for most.
 *
 * <p>That takes some tenths of a second on a busy machine, more than a program with some hundred
 * goroutines may run. So it begins beside the program when there are so many and one of them has
 * waited at a channel, and only whoever starts thousands waits for its end.
 *
 * <p>The frames of what the goroutines run count as much, and nobody but the program can warm them
 * up: by now some hundred goroutines have entered them, so they are in the compiler's queue. So the
 * goroutine that starts the others waits a moment longer, until the compiler has got so far;
 * without that all of them would be inside by then, in frames that stay interpreted.
 */
final class Priming {
  /** With the goroutine of a scope that has this number, or a multiple, it may begin. */
  private static final long BEGIN = 300;

  /** The goroutine of a scope that waits for its end, or those that follow if it begins later. */
  private static final long END = 2_000;

  static final String THREAD_NAME = "chanvet rehearsal";

  private static final long COMPILER = 20_000_000;
  private static @Nullable Thread rehearsal;
  private static volatile long readyAt;

  /** Whether somebody has waited at a channel. */
  private static volatile boolean needed;

  /** Whether somebody has waited for the end. */
  private static volatile boolean finished;

  private Priming() {}

  /** Notes that a scope starts its goroutine {@code id}. */
  static void starting(long id) {
    if (id % BEGIN == 0 && needed && !finished) {
      begin();
      if (id >= END) {
        finish();
      }
    }
  }

  /** Notes that somebody waits at a channel. */
  static void waits() {
    if (!needed) {
      needed = true;
    }
  }

  private static synchronized void begin() {
    if (rehearsal != null) {
      return;
    }
    try {
      rehearsal =
          Thread.ofPlatform()
              .daemon()
              .name(THREAD_NAME)
              .inheritInheritableThreadLocals(false)
              .start(Priming::rehearse);
    } catch (OutOfMemoryError e) {
      // the system has no thread to spare: the program does without
    }
  }

  private static void rehearse() {
    Rehearsal.run();
    readyAt = System.nanoTime() + COMPILER;
  }

  private static void finish() {
    Thread running = running();
    if (running == null) {
      return;
    }
    try {
      running.join();
      TimeUnit.NANOSECONDS.sleep(readyAt - System.nanoTime());
      finished = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is meant for whoever starts a goroutine
    }
  }

  private static synchronized @Nullable Thread running() {
    return rehearsal;
  }
}
