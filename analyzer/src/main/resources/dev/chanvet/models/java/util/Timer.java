package java.util;

import dev.chanvet.model.Machine;

/**
 * Runs tasks later. Kept: that each runs at any moment, a periodic one again and again, until
 * cancelled. Lost: that they wait for each other.
 */
public class Timer {
  private boolean stopped;

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
    if (stopped) {
      throw new IllegalStateException();
    }
    Machine.spawnTimer(() -> {
      if (!stopped && !task.isCancelled()) {
        task.run();
        if (again) {
          repeat(task);
        }
      }
    });
  }

  private void repeat(TimerTask task) {
    if (!stopped && !task.isCancelled()) {
      start(task, true);
    }
  }

  public void cancel() {
    stopped = true;
  }
}
