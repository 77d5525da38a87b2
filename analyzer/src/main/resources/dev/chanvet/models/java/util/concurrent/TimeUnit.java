package java.util.concurrent;

import dev.chanvet.model.Machine;

/** A unit of time. Kept: that a sleep can be interrupted, that joins can give up. Lost: time. */
public enum TimeUnit {
  NANOSECONDS,
  MICROSECONDS,
  MILLISECONDS,
  SECONDS,
  MINUTES,
  HOURS,
  DAYS;

  public void sleep(long timeout) throws InterruptedException {
    Thread.sleep(1);
  }

  public void timedJoin(Thread thread, long timeout) throws InterruptedException {
    thread.join(1);
  }

  public void timedWait(Object object, long timeout) throws InterruptedException {
    object.wait(1);
  }

  public long toNanos(long duration) {
    return Machine.unknown();
  }

  public long toMillis(long duration) {
    return Machine.unknown();
  }

  public long toSeconds(long duration) {
    return Machine.unknown();
  }

  public long convert(long duration, TimeUnit unit) {
    return Machine.unknown();
  }
}
