package dev.chanvet.runtime;

import dev.chanvet.model.Machine;

/**
 * Go's Once. Kept: that one caller runs the action while the others wait, also one that the action
 * itself makes: a deadlock. Lost: nothing.
 */
public final class Once {
  private final Object turn = Machine.counter(1);

  /** Not empty once it has run. */
  private final Object done = Machine.sequence();

  public void run(Runnable action) {
    if (Machine.length(done) > 0) {
      return;
    }
    takeTurn();
    try {
      if (Machine.length(done) == 0) {
        action.run();
      }
    } finally {
      Machine.append(done, true);
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
