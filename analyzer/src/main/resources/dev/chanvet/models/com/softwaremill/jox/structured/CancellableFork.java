package com.softwaremill.jox.structured;

import dev.chanvet.model.Machine;
import java.util.concurrent.ExecutionException;

/** A fork that can be interrupted. Kept: everything. */
public final class CancellableFork<T> extends Fork<T> {
  /** 1 until it runs or is cancelled before that. */
  private final Object fresh = Machine.counter(1);

  /** The goroutine that runs it. */
  private final Object runner = Machine.sequence();

  boolean begin() {
    Machine.append(runner, Machine.self());
    return Machine.tryAcquire(fresh, 1);
  }

  public T cancel() throws InterruptedException, ExecutionException {
    cancelNow();
    return join();
  }

  public void cancelNow() {
    if (Machine.tryAcquire(fresh, 1)) {
      end(null, new InterruptedException());
    } else {
      Machine.interrupt(Machine.at(runner, 0));
    }
  }
}
