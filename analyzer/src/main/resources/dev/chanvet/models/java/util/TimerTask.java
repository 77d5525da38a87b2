package java.util;

/** What a {@link Timer} runs. Kept: cancelling. */
public abstract class TimerTask implements Runnable {
  private boolean cancelled;

  public abstract void run();

  public boolean cancel() {
    boolean first = !cancelled;
    cancelled = true;
    return first;
  }

  boolean isCancelled() {
    return cancelled;
  }
}
