package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.Channel;

/**
 * Has the JIT compile send and receive before a program has many goroutines. A goroutine that
 * blocks in interpreted frames is slow to put to sleep and to wake, and with a hundred thousand of
 * them the compiled code comes too late for most. The price is a few milliseconds, paid once, by
 * programs with many goroutines only.
 */
final class Priming {
  /** The goroutine of a scope that triggers it. */
  static final long AT = 300;

  private static final int TIMES = 20_000;
  private static boolean done;

  private Priming() {}

  static void prime() {
    if (begin()) {
      buffered();
      blocking();
    }
  }

  private static synchronized boolean begin() {
    boolean first = !done;
    done = true;
    return first;
  }

  private static void buffered() {
    Channel<Object> scratch = new BufferedChannel<>(16);
    try {
      for (int i = 0; i < TIMES; i++) {
        scratch.send(scratch);
        scratch.receive();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // cannot be: nothing waits
    }
  }

  /** Two virtual threads that make each other wait; they end by themselves. */
  private static void blocking() {
    Channel<Object> there = new BufferedChannel<>(1);
    Channel<Object> back = new RendezvousChannel<>();
    Thread.startVirtualThread(() -> pass(there, back, true));
    Thread.startVirtualThread(() -> pass(back, there, false));
  }

  private static void pass(Channel<Object> from, Channel<Object> to, boolean receivesFirst) {
    try {
      for (int i = 0; i < TIMES / 4; i++) {
        if (receivesFirst) {
          from.receive();
          to.send(to);
        } else {
          to.send(to);
          from.receive();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody else knows these threads
    }
  }
}
