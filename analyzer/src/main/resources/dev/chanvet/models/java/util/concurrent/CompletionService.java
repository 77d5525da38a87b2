package java.util.concurrent;

/**
 * Tasks whose results are taken in the order of their ends. Kept: everything; the class has the
 * bodies.
 */
public interface CompletionService<V> {
  Future<V> submit(Callable<V> task);

  Future<V> submit(Runnable task, V result);

  Future<V> take() throws InterruptedException;

  Future<V> poll();

  Future<V> poll(long timeout, TimeUnit unit) throws InterruptedException;
}
