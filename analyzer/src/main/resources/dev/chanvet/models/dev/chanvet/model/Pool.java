package dev.chanvet.model;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What all executors are made of: a goroutine for each task, of which so many run at once. Kept:
 * the order of starts, the bound, shutting down, rejection, interrupts. Lost: idle threads, thread
 * factories, when a scheduled task runs.
 */
public class Pool implements ScheduledExecutorService {
  /** How many more tasks may run at once; null for any number, or one that is not known. */
  private final Object free;

  /** Tasks that have not started, in order. */
  private final Object waiting = Machine.sequence();

  /** The goroutines of tasks that run. */
  private final Object workers = Machine.sequence();

  /** The number of tasks that were accepted and have not ended. */
  private final Object unfinished = Machine.counter(0);

  private boolean shut;

  public Pool() {
    free = null;
  }

  public Pool(int threads) {
    if (!Machine.isKnown(threads)) {
      free = null;
      return;
    }
    if (threads <= 0) {
      throw new IllegalArgumentException();
    }
    free = Machine.counter(threads);
  }

  public void execute(Runnable task) {
    Objects.requireNonNull(task);
    if (isShutdown()) {
      throw new RejectedExecutionException();
    }
    Machine.add(unfinished, 1);
    admit(task);
  }

  private void admit(Runnable task) {
    if (free == null || Machine.tryAcquire(free, 1)) {
      start(task);
    } else {
      Machine.append(waiting, task);
    }
  }

  private void start(Runnable task) {
    Machine.append(workers, Machine.spawn(() -> work(task)));
  }

  private void work(Runnable task) {
    try {
      task.run();
    } finally {
      int index = Machine.indexOf(workers, Machine.self());
      if (index >= 0) {
        Machine.remove(workers, index);
      }
      Machine.add(unfinished, -1);
      if (free != null) {
        proceed();
      }
    }
  }

  /** Starts the next task or makes room for it. */
  private void proceed() {
    while (Machine.length(waiting) == 0) {
      Machine.add(free, 1);
      if (Machine.length(waiting) == 0 || !Machine.tryAcquire(free, 1)) {
        return;
      }
    }
    start(Machine.remove(waiting, 0));
  }

  public <T> Future<T> submit(Object task) {
    FutureTask<T> future = new FutureTask<>(Objects.requireNonNull(task));
    execute(future);
    return future;
  }

  public <T> Future<T> submit(Runnable task, T result) {
    FutureTask<T> future = new FutureTask<>(task, result);
    execute(future);
    return future;
  }

  public <T> List<Future<T>> invokeAll(Collection<?> tasks) throws InterruptedException {
    List<Future<T>> futures = new ElementList<>();
    for (Object task : tasks) {
      futures.add(submit(task));
    }
    for (Future<T> future : futures) {
      ((FutureTask<T>) future).await();
    }
    return futures;
  }

  public <T> List<Future<T>> invokeAll(Collection<?> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    List<Future<T>> futures = new ElementList<>();
    for (Object task : tasks) {
      futures.add(submit(task));
    }
    boolean intime = true;
    for (Future<T> future : futures) {
      intime = intime && ((FutureTask<T>) future).await(timeout, unit);
      if (!intime) {
        future.cancel(true);
      }
    }
    return futures;
  }

  public <T> T invokeAny(Collection<?> tasks) throws InterruptedException, ExecutionException {
    Race<T> race = new Race<>(this, tasks);
    race.await();
    return race.result();
  }

  public <T> T invokeAny(Collection<?> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    Race<T> race = new Race<>(this, tasks);
    if (!race.await(timeout, unit)) {
      race.cancel();
      throw new TimeoutException();
    }
    return race.result();
  }

  public <T> ScheduledFuture<T> schedule(Object task, long delay, TimeUnit unit) {
    if (isShutdown()) {
      throw new RejectedExecutionException();
    }
    Later<T> later = new Later<>(this, task, false);
    Machine.add(unfinished, 1);
    Machine.spawnTimer(() -> admit(later));
    return later;
  }

  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long delay, long period, TimeUnit unit) {
    if (isShutdown()) {
      throw new RejectedExecutionException();
    }
    Later<?> later = new Later<>(this, task, true);
    repeat(later);
    return later;
  }

  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long delay, long pause, TimeUnit unit) {
    return scheduleAtFixedRate(task, delay, pause, unit);
  }

  /** Lets a periodic task run once more, unless it or the pool has ended by then. */
  void repeat(Later<?> task) {
    Machine.spawnTimer(() -> {
      if (!isShutdown() && !task.isDone()) {
        Machine.add(unfinished, 1);
        admit(task);
      }
    });
  }

  public void shutdown() {
    shut = true;
  }

  public List<Runnable> shutdownNow() {
    shutdown();
    List<Runnable> never = new ElementList<>();
    while (Machine.length(waiting) > 0) {
      never.add(Machine.remove(waiting, 0));
    }
    Machine.add(unfinished, -never.size());
    for (int i = 0; i < Machine.length(workers); i++) {
      Machine.interrupt(Machine.at(workers, i));
    }
    return never;
  }

  public boolean isShutdown() {
    return shut;
  }

  public boolean isTerminated() {
    return isShutdown() && Machine.value(unfinished) == 0;
  }

  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    if (isShutdown() && isEndless(unit)) {
      Machine.awaitZero(unfinished);
      return true;
    }
    return isShutdown() && Machine.timedAwaitZero(unfinished);
  }

  /** Whoever counts in hours does not mean to give up. */
  private static boolean isEndless(TimeUnit unit) {
    return Machine.isKnown(unit) && (unit == TimeUnit.HOURS || unit == TimeUnit.DAYS);
  }

  public void close() {
    shutdown();
    try {
      Machine.awaitZero(unfinished);
    } catch (InterruptedException e) {
      shutdownNow();
      Uninterruptible.awaitZero(unfinished);
      Machine.interrupt(Machine.self());
    }
  }
}
