package dev.chanvet.runtime.internal;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one daemon thread that fires timers. What it runs never blocks. */
public final class Clock {
  static final String THREAD_NAME = "chanvet-clock";

  private static final ScheduledThreadPoolExecutor EXECUTOR = executor();

  private Clock() {}

  private static ScheduledThreadPoolExecutor executor() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name(THREAD_NAME).factory());
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /** Runs {@code action} once after {@code nanos}. */
  public static ScheduledFuture<?> after(long nanos, Runnable action) {
    return EXECUTOR.schedule(action, nanos, TimeUnit.NANOSECONDS);
  }

  /** Runs {@code action} every {@code nanos}. */
  public static ScheduledFuture<?> every(long nanos, Runnable action) {
    return EXECUTOR.scheduleAtFixedRate(action, nanos, nanos, TimeUnit.NANOSECONDS);
  }
}
