package java.util.concurrent;

/** Tasks whose results are taken in the order of their ends. Kept: everything. */
public class ExecutorCompletionService<V> implements CompletionService<V> {
  private final Executor executor;
  private final BlockingQueue<Future<V>> ended;

  public ExecutorCompletionService(Executor executor) {
    this(executor, new LinkedBlockingQueue<>());
  }

  public ExecutorCompletionService(Executor executor, BlockingQueue<Future<V>> ended) {
    this.executor = executor;
    this.ended = ended;
  }

  public Future<V> submit(Callable<V> task) {
    return start(new Reporting<>(ended, task));
  }

  public Future<V> submit(Runnable task, V result) {
    return start(new Reporting<>(ended, Executors.callable(task, result)));
  }

  private Future<V> start(FutureTask<V> task) {
    executor.execute(task);
    return task;
  }

  public Future<V> take() throws InterruptedException {
    return ended.take();
  }

  public Future<V> poll() {
    return ended.poll();
  }

  public Future<V> poll(long timeout, TimeUnit unit) throws InterruptedException {
    return ended.poll(timeout, unit);
  }

  /** A task that puts itself into the queue at its end. */
  private static final class Reporting<V> extends FutureTask<V> {
    private final BlockingQueue<Future<V>> ended;

    private Reporting(BlockingQueue<Future<V>> ended, Callable<V> task) {
      super((Object) task);
      this.ended = ended;
    }

    protected void done() {
      ended.add(this);
    }
  }
}
