package dev.chanvet.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Does work on several threads. */
final class Workers {
  private Workers() {}

  /**
   * Calls {@code work} from so many threads, the caller's included, until it says that there is no
   * more.
   *
   * @throws RuntimeException or {@link Error} if work threw it; the rest is not begun then
   */
  static void run(int threads, BooleanSupplier work) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable loop =
        () -> {
          try {
            while (failure.get() == null && work.getAsBoolean()) {
              // goes on
            }
          } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
          }
        };
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      Thread thread = new Thread(loop, "chanvet-worker-" + i);
      thread.setDaemon(true);
      thread.start();
      others.add(thread);
    }
    loop.run();
    others.forEach(Workers::await);
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
