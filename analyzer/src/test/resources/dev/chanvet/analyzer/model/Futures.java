import dev.chanvet.runtime.Channel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class Futures {
  @Test
  void nobodyCompletes() {
    new CompletableFuture<Integer>().join(); // stuck
  }

  @Test
  void somebodyCompletes() {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> future.complete(3));
    if (future.join() == 3) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void theFirstToCompleteCounts() {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> future.complete(1));
    Thread.ofVirtual().start(() -> future.complete(2));
    switch (future.join()) {
      case 1 -> Channel.nil().close(); // reached
      case 2 -> Channel.nil().close(); // reached
      default -> Channel.nil().close();
    }
  }

  @Test
  void aFailureSkipsWhatFollowsFromSuccess() {
    CompletableFuture<Integer> future =
        CompletableFuture.supplyAsync(
                () -> {
                  throw new IllegalStateException();
                })
            .thenApply(value -> {
              Channel.nil().close();
              return 1;
            });
    try {
      future.join();
      Channel.nil().close();
    } catch (CompletionException e) {
      if (future.exceptionally(f -> 7).join() == 7) {
        Channel.nil().close(); // reached
      } else {
        Channel.nil().close();
      }
    }
  }

  @Test
  void stepsComposeAndCombine() throws Exception {
    CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> 1);
    CompletableFuture<Integer> two =
        one.thenCompose(v -> CompletableFuture.supplyAsync(() -> v + 1));
    if (one.thenCombine(two, (a, b) -> a + b).get() == 3) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void allMustComplete() {
    CompletableFuture<Integer> never = new CompletableFuture<>();
    CompletableFuture<Integer> done = CompletableFuture.completedFuture(1);
    CompletableFuture.anyOf(never, done).join();
    CompletableFuture.allOf(never, done).join(); // stuck
  }

  @Test
  void aTimeoutMayOrMayNotPass() throws Exception {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> future.complete(1));
    try {
      future.get(1, TimeUnit.SECONDS);
      Channel.nil().close(); // reached
    } catch (TimeoutException e) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void aTimeoutDoesNotPassWhatIsThere() throws Exception {
    CompletableFuture<Integer> future = CompletableFuture.completedFuture(1);
    try {
      future.get(1, TimeUnit.SECONDS);
      Channel.nil().close(); // reached
    } catch (TimeoutException e) {
      Channel.nil().close();
    }
  }

  @Test
  void aTimeoutEndsTheWait() {
    CompletableFuture<Integer> future =
        new CompletableFuture<Integer>().orTimeout(1, TimeUnit.SECONDS);
    try {
      future.join();
    } catch (CompletionException e) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void aTaskIsRunByWhoeverRunsIt() throws Exception {
    FutureTask<Integer> task = new FutureTask<>(() -> 5);
    new Thread(task).start();
    if (task.get() == 5) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void aTaskThatNobodyRuns() throws Exception {
    new FutureTask<>(() -> 5).get(); // stuck
  }

  @Test
  void theExceptionOfATaskComesWithGet() throws Exception {
    try (var pool = Executors.newCachedThreadPool()) {
      pool.submit(
              () -> {
                throw new IllegalArgumentException();
              })
          .get();
    } catch (ExecutionException e) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void allTasksAreAwaited() throws Exception {
    Channel<Integer> done = Channel.make(2);
    try (var pool = Executors.newFixedThreadPool(1)) {
      pool.invokeAll(List.of(() -> done.trySend(1), () -> done.trySend(2)));
    }
    if (done.size() == 2) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void theSlowTaskIsInterruptedWhenOneHasSucceeded() throws Exception {
    try (var pool = Executors.newCachedThreadPool()) {
      int result = pool.invokeAny(List.of(() -> Channel.<Integer>make().receive(), () -> 2));
      if (result == 2) {
        Channel.nil().close(); // reached
      }
    }
  }
}
