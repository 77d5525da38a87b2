package java.util.concurrent;

/** A result to come. Kept: everything; the classes have the bodies. */
public interface Future<V> {
  V get() throws InterruptedException, ExecutionException;

  V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException;

  boolean cancel(boolean interrupt);

  boolean isDone();

  boolean isCancelled();
}
