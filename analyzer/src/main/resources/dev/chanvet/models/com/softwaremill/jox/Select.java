package com.softwaremill.jox;

import dev.chanvet.model.Machine;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Waiting for one of several clauses. Kept: everything but how long a timeout is and the bias to
 * the first clause.
 */
public final class Select {
  private Select() {}

  public static <U> U select(SelectClause<? extends U>... clauses) throws InterruptedException {
    return valueOf(selectOrClosed(clauses));
  }

  public static <U> Object selectOrClosed(SelectClause<? extends U>... clauses)
      throws InterruptedException {
    return choose(copies(clauses));
  }

  public static <U> U selectWithin(Duration timeout, SelectClause<? extends U>... clauses)
      throws InterruptedException, TimeoutException {
    Object late = new Object();
    Object result = selectOrClosedWithin(timeout, late, clauses);
    if (result == late) {
      throw new TimeoutException();
    }
    return valueOf(result);
  }

  public static <U> Object selectOrClosedWithin(
      Duration timeout, Object late, SelectClause<? extends U>... clauses)
      throws InterruptedException {
    Object arms = copies(clauses);
    Machine.append(arms, new SelectClause<>(null, SelectClause.TIMEOUT, late, null));
    return choose(arms);
  }

  public static <T> SelectClause<T> defaultClause(T value) {
    return new SelectClause<>(null, SelectClause.DEFAULT, value, null);
  }

  public static <T> SelectClause<T> defaultClause(Supplier<T> callback) {
    return new SelectClause<>(null, SelectClause.DEFAULT, null, callback);
  }

  private static Object copies(SelectClause<?>... clauses) {
    if (clauses.length == 0) {
      throw new IllegalArgumentException();
    }
    Object arms = Machine.sequence();
    for (SelectClause<?> clause : clauses) {
      Machine.append(arms, clause.copy());
    }
    return arms;
  }

  private static <U> U valueOf(Object result) {
    if (result instanceof ChannelClosed reason) {
      throw reason.toException();
    }
    return (U) result;
  }

  private static Object choose(Object arms) throws InterruptedException {
    for (int i = 0; i < Machine.length(arms); i++) {
      SelectClause<?> clause = Machine.at(arms, i);
      ChannelClosed refusal = clause.refusal();
      if (refusal != null) {
        return refusal;
      }
    }
    SelectClause<?> chosen;
    sends(arms, true);
    try {
      chosen = Machine.at(arms, Machine.select(arms));
    } finally {
      sends(arms, false);
    }
    return chosen.kind == SelectClause.RECEIVE && chosen.value == null
        ? chosen.owner.closedForSend()
        : chosen.result();
  }

  /** Tells the channels that sends by these arms begin or end. */
  private static void sends(Object arms, boolean begin) {
    for (int i = 0; i < Machine.length(arms); i++) {
      SelectClause<?> clause = Machine.at(arms, i);
      if (clause.kind == SelectClause.SEND) {
        if (begin) {
          clause.owner.beginSend();
        } else {
          clause.owner.endSend();
        }
      }
    }
  }
}
