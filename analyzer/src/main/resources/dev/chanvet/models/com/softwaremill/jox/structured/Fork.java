package com.softwaremill.jox.structured;

import dev.chanvet.model.Machine;
import java.util.concurrent.ExecutionException;

/** Work of a scope. Kept: its outcome, and that it has none if its failure ends the scope. */
public class Fork<T> {
  /** 1 until there is an outcome, then 0. */
  private final Object pending = Machine.counter(1);

  /** The result and the exception, once there is an outcome. */
  private final Object outcome = Machine.sequence();

  void end(Object result, Throwable failure) {
    if (Machine.tryAcquire(pending, 1)) {
      Machine.append(outcome, result);
      Machine.append(outcome, failure);
    }
  }

  public T join() throws InterruptedException, ExecutionException {
    Machine.awaitZero(pending);
    Throwable failure = Machine.at(outcome, 1);
    if (failure != null) {
      throw new ExecutionException(failure);
    }
    return Machine.at(outcome, 0);
  }
}
