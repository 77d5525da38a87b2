package java.util.concurrent;

import dev.chanvet.model.Pool;

/**
 * A pool of threads. Kept: how many tasks run at once: the core size, or the maximum if tasks
 * cannot wait. Lost: bounds of the queue and what happens beyond them, hooks, idle threads.
 */
public class ThreadPoolExecutor extends Pool {
  public ThreadPoolExecutor(
      int core, int maximum, long idle, TimeUnit unit, BlockingQueue<Runnable> queue) {
    super(queue instanceof SynchronousQueue ? maximum : core == 0 ? 1 : core);
  }

  public ThreadPoolExecutor(
      int core,
      int maximum,
      long idle,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      Object factoryOrHandler) {
    this(core, maximum, idle, unit, queue);
  }

  public ThreadPoolExecutor(
      int core,
      int maximum,
      long idle,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      Object factory,
      Object handler) {
    this(core, maximum, idle, unit, queue);
  }
}
