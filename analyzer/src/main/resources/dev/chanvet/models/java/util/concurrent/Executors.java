package java.util.concurrent;

import dev.chanvet.model.Pool;

/** Makes executors. Kept: how many tasks run at once. Lost: idle threads, thread factories. */
public final class Executors {
  private Executors() {}

  public static ExecutorService newVirtualThreadPerTaskExecutor() {
    return new Pool();
  }

  public static ExecutorService newThreadPerTaskExecutor(ThreadFactory factory) {
    return new Pool();
  }

  public static ExecutorService newCachedThreadPool() {
    return new Pool();
  }

  public static ExecutorService newCachedThreadPool(ThreadFactory factory) {
    return new Pool();
  }

  public static ExecutorService newFixedThreadPool(int threads) {
    return new Pool(threads);
  }

  public static ExecutorService newFixedThreadPool(int threads, ThreadFactory factory) {
    return new Pool(threads);
  }

  public static ExecutorService newSingleThreadExecutor() {
    return new Pool(1);
  }

  public static ExecutorService newSingleThreadExecutor(ThreadFactory factory) {
    return new Pool(1);
  }

  public static ExecutorService newWorkStealingPool() {
    return new Pool();
  }

  public static ExecutorService newWorkStealingPool(int parallelism) {
    return new Pool(parallelism);
  }

  public static ScheduledExecutorService newScheduledThreadPool(int threads) {
    return new Pool(threads);
  }

  public static ScheduledExecutorService newScheduledThreadPool(
      int threads, ThreadFactory factory) {
    return new Pool(threads);
  }

  public static ScheduledExecutorService newSingleThreadScheduledExecutor() {
    return new Pool(1);
  }

  public static ScheduledExecutorService newSingleThreadScheduledExecutor(ThreadFactory factory) {
    return new Pool(1);
  }

  public static ExecutorService unconfigurableExecutorService(ExecutorService executor) {
    return executor;
  }

  public static ScheduledExecutorService unconfigurableScheduledExecutorService(
      ScheduledExecutorService executor) {
    return executor;
  }

  public static ThreadFactory defaultThreadFactory() {
    return Thread::new;
  }

  public static <T> Callable<T> callable(Runnable task, T result) {
    return () -> {
      task.run();
      return result;
    };
  }

  public static Callable<Object> callable(Runnable task) {
    return callable(task, null);
  }
}
