package java.util.concurrent;

import dev.chanvet.model.Pool;

/** A pool whose tasks start others. Kept: that they run at once. Lost: its parallelism. */
public class ForkJoinPool extends Pool {
  private static final ForkJoinPool COMMON = new ForkJoinPool();

  public ForkJoinPool() {}

  public ForkJoinPool(int parallelism) {}

  public static ForkJoinPool commonPool() {
    return COMMON;
  }

  public <T> T invoke(ForkJoinTask<T> task) {
    return task.invoke();
  }
}
