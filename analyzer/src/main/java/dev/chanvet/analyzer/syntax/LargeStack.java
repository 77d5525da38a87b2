package dev.chanvet.analyzer.syntax;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs what descends as deep as the source nests on a thread with a stack of 512 MB. */
public final class LargeStack {
  private static final long BYTES = 512L << 20;

  private LargeStack() {}

  /** A thread, not yet started, that runs {@code task} on a large stack. */
  static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /** Runs {@code task} on such a thread and waits for it; what it throws is thrown here. */
  public static <T> T call(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    thread("chanvet-lowering", future).start();
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while lowering", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
