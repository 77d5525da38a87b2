package com.softwaremill.jox.structured;

import dev.chanvet.model.ElementList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Tasks side by side. Kept: waiting, the results, and that one failure interrupts the others. */
public final class Par {
  private Par() {}

  public static <T> List<T> par(List<Callable<T>> tasks) throws InterruptedException {
    return Scopes.supervised(scope -> {
      List<Fork<T>> forks = new ElementList<>();
      for (Callable<T> task : tasks) {
        forks.add(scope.fork(task));
      }
      return results(forks);
    });
  }

  public static <T> List<T> parLimit(int parallelism, List<Callable<T>> tasks)
      throws InterruptedException {
    return Scopes.supervised(scope -> {
      Semaphore permits = new Semaphore(parallelism);
      List<Fork<T>> forks = new ElementList<>();
      for (Callable<T> task : tasks) {
        forks.add(
            scope.fork(() -> {
              permits.acquire();
              T result = task.call();
              permits.release();
              return result;
            }));
      }
      return results(forks);
    });
  }

  private static <T> List<T> results(List<Fork<T>> forks) throws Exception {
    List<T> results = new ElementList<>();
    for (Fork<T> fork : forks) {
      results.add(fork.join());
    }
    return results;
  }
}
