package java.util;

import dev.chanvet.model.Machine;

/** What a {@link Timer} runs. Kept: cancelling. */
public abstract class TimerTask implements Runnable {
  /** Not empty once cancelled. */
  private final Object cancelled = Machine.sequence();

  public abstract void run();

  public boolean cancel() {
    boolean first = !isCancelled();
    Machine.append(cancelled, true);
    return first;
  }

  boolean isCancelled() {
    return Machine.length(cancelled) > 0;
  }
}
