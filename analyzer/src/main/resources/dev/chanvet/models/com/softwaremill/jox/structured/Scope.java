package com.softwaremill.jox.structured;

import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;
import java.util.concurrent.Callable;

/**
 * Forks that end before their scope does. Kept: that the body runs in a fork of its own, which forks
 * a scope waits for, that the first supervised failure or the end of all user forks interrupts the
 * rest. Lost: runners for threads from outside.
 */
public final class Scope {
  /** Brings a counter so far below zero that no fork lifts it again. */
  private static final int FAR = 1_000_000;

  private final Object threads = Machine.sequence();
  private final Object failures = Machine.sequence();

  /** The user forks that have not succeeded; far below zero once the scope has failed. */
  private final Object users = Machine.counter(0);

  /** The forks that have not ended. */
  private final Object unfinished = Machine.counter(0);

  /** 1 until the scope is over. */
  private final Object running = Machine.counter(1);

  Scope() {}

  <T> T run(Scoped<T> body) throws InterruptedException {
    Object results = Machine.sequence();
    forkUser(() -> {
      Machine.append(results, body.run(this));
      return null;
    });
    try {
      Machine.awaitZero(users);
    } finally {
      cancel();
      Uninterruptible.awaitZero(unfinished);
    }
    if (Machine.length(failures) > 0) {
      throw new JoxScopeExecutionException(Machine.at(failures, 0));
    }
    return Machine.at(results, 0);
  }

  public <T> Fork<T> fork(Callable<T> task) throws InterruptedException {
    Fork<T> fork = new Fork<>();
    start(() -> supervise(fork, task, 0));
    return fork;
  }

  public <T> Fork<T> forkUser(Callable<T> task) throws InterruptedException {
    Fork<T> fork = new Fork<>();
    Machine.add(users, 1);
    start(() -> supervise(fork, task, 1));
    return fork;
  }

  public <T> Fork<T> forkUnsupervised(Callable<T> task) throws InterruptedException {
    Fork<T> fork = new Fork<>();
    start(() -> leave(fork, task));
    return fork;
  }

  public <T> CancellableFork<T> forkCancellable(Callable<T> task) throws InterruptedException {
    CancellableFork<T> fork = new CancellableFork<>();
    start(() -> {
      if (fork.begin()) {
        leave(fork, task);
      }
    });
    return fork;
  }

  private void start(Runnable work) {
    if (Machine.value(running) > 0) {
      Machine.add(unfinished, 1);
      Machine.append(
          threads,
          Machine.spawn(() -> {
            try {
              work.run();
            } finally {
              Machine.add(unfinished, -1);
            }
          }));
    }
  }

  private <T> void supervise(Fork<T> fork, Callable<T> task, int user) {
    try {
      fork.end(Machine.call(task), null);
      Machine.add(users, -user);
    } catch (Throwable e) {
      if (Machine.value(running) > 0) {
        Machine.append(failures, e);
        cancel();
        Machine.add(users, -FAR);
      } else {
        fork.end(null, e);
      }
    }
  }

  private static <T> void leave(Fork<T> fork, Callable<T> task) {
    try {
      fork.end(Machine.call(task), null);
    } catch (Throwable e) {
      fork.end(null, e);
    }
  }

  private void cancel() {
    if (Machine.tryAcquire(running, 1)) {
      for (int i = 0; i < Machine.length(threads); i++) {
        Object thread = Machine.at(threads, i);
        if (thread != Machine.self()) {
          Machine.interrupt(thread);
        }
      }
    }
  }
}
