package dev.chanvet.runtime;

import dev.chanvet.model.Machine;

/**
 * Go's Once. Kept: that one caller runs the action while the others wait, also one that the action
 * itself makes: a deadlock. Lost: nothing.
 */
public final class Once {
  private final Object turn = Machine.counter(1);
  private boolean done;

  public void run(Runnable action) {
    if (done) {
      return;
    }
    takeTurn();
    try {
      if (!done) {
        action.run();
      }
    } finally {
      done = true;
      Machine.add(turn, 1);
    }
  }

  private void takeTurn() {
    try {
      Machine.acquire(turn, 1);
    } catch (InterruptedException e) {
      takeTurn();
      Machine.interrupt(Machine.self());
    }
  }
}
