package java.util.concurrent;

import java.util.Collection;
import java.util.List;

/**
 * Runs tasks until it is shut down. Kept: everything; {@code dev.chanvet.model.Pool} has the
 * bodies.
 */
public interface ExecutorService extends Executor, AutoCloseable {
  <T> Future<T> submit(Object task);

  <T> Future<T> submit(Runnable task, T result);

  <T> List<Future<T>> invokeAll(Collection<?> tasks) throws InterruptedException;

  <T> List<Future<T>> invokeAll(Collection<?> tasks, long timeout, TimeUnit unit)
      throws InterruptedException;

  <T> T invokeAny(Collection<?> tasks) throws InterruptedException, ExecutionException;

  <T> T invokeAny(Collection<?> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException;

  void shutdown();

  List<Runnable> shutdownNow();

  boolean isShutdown();

  boolean isTerminated();

  boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException;

  void close();
}
