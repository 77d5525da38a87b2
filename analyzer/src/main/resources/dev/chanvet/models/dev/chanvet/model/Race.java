package dev.chanvet.model;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Tasks of which the first that succeeds counts; the others are cancelled then. Kept: everything.
 */
final class Race<T> {
  private final List<Future<?>> futures = new ElementList<>();
  private final Object results = Machine.sequence();

  /** The number of tasks that could still succeed. */
  private final Object hopeful;

  /** 1 until one has succeeded or all have failed. */
  private final Object open = Machine.counter(1);

  Race(Pool pool, Collection<?> tasks) {
    hopeful = Machine.counter(tasks.size());
    for (Object task : tasks) {
      futures.add(pool.submit((Runnable) () -> attempt(task)));
    }
  }

  private void attempt(Object task) {
    try {
      Object result = Machine.call(task);
      if (Machine.tryAcquire(open, 1)) {
        Machine.append(results, result);
      }
    } catch (Throwable e) {
      if (Machine.add(hopeful, -1) == 0) {
        Machine.tryAcquire(open, 1);
      }
    }
  }

  void await() throws InterruptedException {
    Machine.awaitZero(open);
  }

  boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    return Machine.timedAwaitZero(open);
  }

  void cancel() {
    for (Future<?> future : futures) {
      future.cancel(true);
    }
  }

  T result() throws ExecutionException {
    cancel();
    if (Machine.length(results) == 0) {
      throw new ExecutionException((Throwable) null);
    }
    return Machine.at(results, 0);
  }
}
