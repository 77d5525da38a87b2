package dev.chanvet.runtime;

import dev.chanvet.model.Machine;

/**
 * Go's Once. Kept: that the first caller runs the action while the others wait, also one that the
 * action itself makes: a deadlock. Lost: nothing.
 */
public final class Once {
  /** 1 until somebody has begun. */
  private final Object fresh = Machine.counter(1);

  /** 1 until the action has ended. */
  private final Object unfinished = Machine.counter(1);

  public void run(Runnable action) {
    if (Machine.tryAcquire(fresh, 1)) {
      try {
        action.run();
      } finally {
        Machine.add(unfinished, -1);
      }
      return;
    }
    try {
      Machine.awaitZero(unfinished);
    } catch (InterruptedException e) {
      Machine.interrupt(Machine.self());
      throw new ChannelInterruptedException(e);
    }
  }
}
