package dev.chanvet.model;

import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;

/**
 * A scheduled task. Kept: that a periodic one runs until it is cancelled or throws. Lost: its
 * delay.
 */
final class Later<T> extends FutureTask<T> implements ScheduledFuture<T> {
  private final Pool pool;
  private final Object task;
  private final boolean periodic;

  Later(Pool pool, Object task, boolean periodic) {
    super(task);
    this.pool = pool;
    this.task = task;
    this.periodic = periodic;
  }

  public void run() {
    if (!periodic) {
      super.run();
    } else if (!isDone()) {
      try {
        Machine.call(task);
        pool.repeat(this);
      } catch (Throwable e) {
        setException(e);
      }
    }
  }
}
