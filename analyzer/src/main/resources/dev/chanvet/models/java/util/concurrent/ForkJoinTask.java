package java.util.concurrent;

import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;
import java.util.Collection;

/**
 * A task that starts others and waits for them. Kept: results, failures, order. Lost: stealing,
 * cancelling.
 */
public abstract class ForkJoinTask<V> implements Runnable, Future<V> {
  private final FutureTask<V> result = new FutureTask<>((Object) (Callable<V>) this::execute);

  protected abstract V execute();

  public final ForkJoinTask<V> fork() {
    Machine.spawn(result::run);
    return this;
  }

  public void run() {
    result.run();
  }

  public final V join() {
    Uninterruptible.awaitZero(result.pending);
    return result.resultNow();
  }

  public final V invoke() {
    run();
    return join();
  }

  public V get() throws InterruptedException, ExecutionException {
    return result.get();
  }

  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return result.get(timeout, unit);
  }

  public boolean cancel(boolean interrupt) {
    return result.cancel(false);
  }

  public boolean isDone() {
    return result.isDone();
  }

  public boolean isCancelled() {
    return result.isCancelled();
  }

  public static void invokeAll(ForkJoinTask<?> first, ForkJoinTask<?> second) {
    second.fork();
    first.invoke();
    second.join();
  }

  public static <T extends ForkJoinTask<?>> Collection<T> invokeAll(Collection<T> tasks) {
    for (T task : tasks) {
      task.fork();
    }
    for (T task : tasks) {
      task.join();
    }
    return tasks;
  }
}
