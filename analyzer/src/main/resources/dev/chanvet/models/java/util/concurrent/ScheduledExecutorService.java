package java.util.concurrent;

/** Runs tasks later. Kept: everything; {@code dev.chanvet.model.Pool} has the bodies. */
public interface ScheduledExecutorService extends ExecutorService {
  <T> ScheduledFuture<T> schedule(Object task, long delay, TimeUnit unit);

  ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit);

  ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long delay, long pause, TimeUnit unit);
}
