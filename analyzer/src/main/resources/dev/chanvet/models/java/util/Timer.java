package java.util;

import dev.chanvet.model.Machine;

/**
 * Runs tasks later. Kept: that each runs at any moment, a periodic one again and again, until
 * cancelled. Lost: that they wait for each other.
 */
public class Timer {
  /** Not empty once cancelled. */
  private final Object ended = Machine.sequence();

  public Timer() {}

  public Timer(boolean daemon) {}

  public Timer(String name) {}

  public Timer(String name, boolean daemon) {}

  public void schedule(TimerTask task, Object delayOrTime) {
    start(task, false);
  }

  public void schedule(TimerTask task, Object delayOrTime, long period) {
    start(task, true);
  }

  public void scheduleAtFixedRate(TimerTask task, Object delayOrTime, long period) {
    start(task, true);
  }

  private void start(TimerTask task, boolean again) {
    if (Machine.length(ended) > 0) {
      throw new IllegalStateException();
    }
    Machine.spawnTimer(() -> {
      if (Machine.length(ended) == 0 && !task.isCancelled()) {
        task.run();
        if (again) {
          repeat(task);
        }
      }
    });
  }

  private void repeat(TimerTask task) {
    if (Machine.length(ended) == 0 && !task.isCancelled()) {
      start(task, true);
    }
  }

  public void cancel() {
    Machine.append(ended, true);
  }
}
