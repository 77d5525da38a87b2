package java.util.concurrent;

import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;
import java.util.function.Supplier;

/**
 * A result to come and what follows from it. Kept: who completes it, where each step runs,
 * failures. Lost: the parallelism of the common pool, causes of wrapped failures.
 */
public class CompletableFuture<T> implements Future<T>, CompletionStage<T> {
  /** Runs a step where the result is given. */
  private static final Executor HERE = Runnable::run;

  /** Runs a step in a goroutine of its own. */
  private static final Executor ELSEWHERE = step -> Machine.spawn(step);

  /** 1 until complete, then 0. */
  private final Object pending = Machine.counter(1);

  /** The result and the failure, once complete. */
  private final Object outcome = Machine.sequence();

  /** What to run on completion. */
  private final Object followers = Machine.sequence();

  /** A step: what becomes of a result or a failure. */
  private interface Step {
    Object take(Object result, Throwable failure) throws Throwable;
  }

  private boolean finish(Object result, Throwable failure) {
    if (!Machine.tryAcquire(pending, 1)) {
      return false;
    }
    Machine.append(outcome, result);
    Machine.append(outcome, failure);
    while (Machine.length(followers) > 0) {
      Runnable follower = Machine.remove(followers, 0);
      follower.run();
    }
    return true;
  }

  private void follow(Runnable follower) {
    if (Machine.length(outcome) > 0) {
      follower.run();
    } else {
      Machine.append(followers, follower);
    }
  }

  private Object result() {
    return Machine.at(outcome, 0);
  }

  private Throwable failure() {
    return Machine.at(outcome, 1);
  }

  private <U> CompletableFuture<U> then(Executor executor, Step step) {
    CompletableFuture<U> next = new CompletableFuture<>();
    follow(() -> executor.execute(() -> next.take(step, result(), failure())));
    return next;
  }

  private void take(Step step, Object result, Throwable failure) {
    try {
      finish(step.take(result, failure), null);
    } catch (Throwable e) {
      finish(null, e);
    }
  }

  private static Object onSuccess(Throwable failure, Object function, Object... arguments)
      throws Throwable {
    if (failure != null) {
      throw failure;
    }
    return arguments.length == 0
        ? Machine.call(function)
        : arguments.length == 1
            ? Machine.call(function, arguments[0])
            : Machine.call(function, arguments[0], arguments[1]);
  }

  public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier) {
    return supplyAsync(supplier, ELSEWHERE);
  }

  public static <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier, Executor executor) {
    return new CompletableFuture<U>().completeAsync(supplier, executor);
  }

  public static CompletableFuture<Void> runAsync(Runnable action) {
    return runAsync(action, ELSEWHERE);
  }

  public static CompletableFuture<Void> runAsync(Runnable action, Executor executor) {
    CompletableFuture<Void> future = new CompletableFuture<>();
    executor.execute(() -> future.take((r, e) -> Machine.call(action), null, null));
    return future;
  }

  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
    return completeAsync(supplier, ELSEWHERE);
  }

  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
    executor.execute(() -> take((r, e) -> supplier.get(), null, null));
    return this;
  }

  public static <U> CompletableFuture<U> completedFuture(U value) {
    CompletableFuture<U> future = new CompletableFuture<>();
    future.finish(value, null);
    return future;
  }

  public static <U> CompletableFuture<U> failedFuture(Throwable failure) {
    CompletableFuture<U> future = new CompletableFuture<>();
    future.finish(null, failure);
    return future;
  }

  public static <U> CompletionStage<U> completedStage(U value) {
    return completedFuture(value);
  }

  public static <U> CompletionStage<U> failedStage(Throwable failure) {
    return failedFuture(failure);
  }

  public static Executor delayedExecutor(long delay, TimeUnit unit) {
    return step -> Machine.spawnTimer(step);
  }

  public static Executor delayedExecutor(long delay, TimeUnit unit, Executor executor) {
    return step -> Machine.spawnTimer(() -> executor.execute(step));
  }

  public static CompletableFuture<Void> allOf(CompletableFuture<?>... futures) {
    CompletableFuture<Void> all = new CompletableFuture<>();
    Object missing = Machine.counter(futures.length);
    Object failures = Machine.sequence();
    for (CompletableFuture<?> future : futures) {
      future.follow(() -> {
        if (future.failure() != null) {
          Machine.append(failures, future.failure());
        }
        if (Machine.add(missing, -1) == 0) {
          all.finish(null, Machine.length(failures) > 0 ? Machine.at(failures, 0) : null);
        }
      });
    }
    if (futures.length == 0) {
      all.finish(null, null);
    }
    return all;
  }

  public static CompletableFuture<Object> anyOf(CompletableFuture<?>... futures) {
    CompletableFuture<Object> any = new CompletableFuture<>();
    for (CompletableFuture<?> future : futures) {
      future.follow(() -> any.finish(future.result(), future.failure()));
    }
    return any;
  }

  public <U> CompletableFuture<U> thenApply(Object function) {
    return thenApplyAsync(function, HERE);
  }

  public <U> CompletableFuture<U> thenApplyAsync(Object function) {
    return thenApplyAsync(function, ELSEWHERE);
  }

  public <U> CompletableFuture<U> thenApplyAsync(Object function, Executor executor) {
    return then(executor, (r, e) -> onSuccess(e, function, r));
  }

  public CompletableFuture<Void> thenAccept(Object action) {
    return thenAcceptAsync(action, HERE);
  }

  public CompletableFuture<Void> thenAcceptAsync(Object action) {
    return thenAcceptAsync(action, ELSEWHERE);
  }

  public CompletableFuture<Void> thenAcceptAsync(Object action, Executor executor) {
    return then(executor, (r, e) -> onSuccess(e, action, r));
  }

  public CompletableFuture<Void> thenRun(Object action) {
    return thenRunAsync(action, HERE);
  }

  public CompletableFuture<Void> thenRunAsync(Object action) {
    return thenRunAsync(action, ELSEWHERE);
  }

  public CompletableFuture<Void> thenRunAsync(Object action, Executor executor) {
    return then(executor, (r, e) -> onSuccess(e, action));
  }

  public <U> CompletableFuture<U> handle(Object function) {
    return handleAsync(function, HERE);
  }

  public <U> CompletableFuture<U> handleAsync(Object function) {
    return handleAsync(function, ELSEWHERE);
  }

  public <U> CompletableFuture<U> handleAsync(Object function, Executor executor) {
    return then(executor, (r, e) -> Machine.call(function, r, e));
  }

  public CompletableFuture<T> whenComplete(Object action) {
    return whenCompleteAsync(action, HERE);
  }

  public CompletableFuture<T> whenCompleteAsync(Object action) {
    return whenCompleteAsync(action, ELSEWHERE);
  }

  public CompletableFuture<T> whenCompleteAsync(Object action, Executor executor) {
    return then(
        executor,
        (r, e) -> {
          Machine.call(action, r, e);
          if (e != null) {
            throw e;
          }
          return r;
        });
  }

  public CompletableFuture<T> exceptionally(Object function) {
    return exceptionallyAsync(function, HERE);
  }

  public CompletableFuture<T> exceptionallyAsync(Object function) {
    return exceptionallyAsync(function, ELSEWHERE);
  }

  public CompletableFuture<T> exceptionallyAsync(Object function, Executor executor) {
    return then(executor, (r, e) -> e == null ? r : Machine.call(function, e));
  }

  public <U> CompletableFuture<U> thenCompose(Object function) {
    return thenComposeAsync(function, HERE);
  }

  public <U> CompletableFuture<U> thenComposeAsync(Object function) {
    return thenComposeAsync(function, ELSEWHERE);
  }

  public <U> CompletableFuture<U> thenComposeAsync(Object function, Executor executor) {
    CompletableFuture<U> next = new CompletableFuture<>();
    CompletableFuture<CompletionStage<U>> inner =
        then(executor, (r, e) -> onSuccess(e, function, r));
    inner.follow(() -> next.adopt(inner));
    return next;
  }

  public CompletableFuture<T> exceptionallyCompose(Object function) {
    return exceptionallyComposeAsync(function, HERE);
  }

  public CompletableFuture<T> exceptionallyComposeAsync(Object function) {
    return exceptionallyComposeAsync(function, ELSEWHERE);
  }

  public CompletableFuture<T> exceptionallyComposeAsync(Object function, Executor executor) {
    CompletableFuture<T> next = new CompletableFuture<>();
    CompletableFuture<CompletionStage<T>> inner =
        then(executor, (r, e) -> e == null ? this : Machine.call(function, e));
    inner.follow(() -> next.adopt(inner));
    return next;
  }

  /** Becomes what the stage becomes that {@code inner} has or has not made. */
  private void adopt(CompletableFuture<CompletionStage<T>> inner) {
    if (inner.failure() != null) {
      finish(null, inner.failure());
      return;
    }
    CompletableFuture<T> future = ((CompletionStage<T>) inner.result()).toCompletableFuture();
    future.follow(() -> finish(future.result(), future.failure()));
  }

  /** Complete when both are: with the first's result, or a failure. */
  private CompletableFuture<T> with(CompletionStage<?> other) {
    CompletableFuture<T> both = new CompletableFuture<>();
    CompletableFuture<?> second = other.toCompletableFuture();
    allOf(this, second)
        .follow(() -> both.finish(result(), failure() != null ? failure() : second.failure()));
    return both;
  }

  /** Complete when one is. */
  private CompletableFuture<T> or(CompletionStage<? extends T> other) {
    return (CompletableFuture<T>) anyOf(this, other.toCompletableFuture());
  }

  public <U> CompletableFuture<U> thenCombine(CompletionStage<?> other, Object function) {
    return thenCombineAsync(other, function, HERE);
  }

  public <U> CompletableFuture<U> thenCombineAsync(CompletionStage<?> other, Object function) {
    return thenCombineAsync(other, function, ELSEWHERE);
  }

  public <U> CompletableFuture<U> thenCombineAsync(
      CompletionStage<?> other, Object function, Executor executor) {
    CompletableFuture<?> second = other.toCompletableFuture();
    return with(second).then(executor, (r, e) -> onSuccess(e, function, r, second.result()));
  }

  public CompletableFuture<Void> thenAcceptBoth(CompletionStage<?> other, Object action) {
    return thenAcceptBothAsync(other, action, HERE);
  }

  public CompletableFuture<Void> thenAcceptBothAsync(CompletionStage<?> other, Object action) {
    return thenAcceptBothAsync(other, action, ELSEWHERE);
  }

  public CompletableFuture<Void> thenAcceptBothAsync(
      CompletionStage<?> other, Object action, Executor executor) {
    CompletableFuture<?> second = other.toCompletableFuture();
    return with(second).then(executor, (r, e) -> onSuccess(e, action, r, second.result()));
  }

  public CompletableFuture<Void> runAfterBoth(CompletionStage<?> other, Object action) {
    return runAfterBothAsync(other, action, HERE);
  }

  public CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> other, Object action) {
    return runAfterBothAsync(other, action, ELSEWHERE);
  }

  public CompletableFuture<Void> runAfterBothAsync(
      CompletionStage<?> other, Object action, Executor executor) {
    return with(other).then(executor, (r, e) -> onSuccess(e, action));
  }

  public <U> CompletableFuture<U> applyToEither(
      CompletionStage<? extends T> other, Object function) {
    return applyToEitherAsync(other, function, HERE);
  }

  public <U> CompletableFuture<U> applyToEitherAsync(
      CompletionStage<? extends T> other, Object function) {
    return applyToEitherAsync(other, function, ELSEWHERE);
  }

  public <U> CompletableFuture<U> applyToEitherAsync(
      CompletionStage<? extends T> other, Object function, Executor executor) {
    return or(other).then(executor, (r, e) -> onSuccess(e, function, r));
  }

  public CompletableFuture<Void> acceptEither(CompletionStage<? extends T> other, Object action) {
    return acceptEitherAsync(other, action, HERE);
  }

  public CompletableFuture<Void> acceptEitherAsync(
      CompletionStage<? extends T> other, Object action) {
    return acceptEitherAsync(other, action, ELSEWHERE);
  }

  public CompletableFuture<Void> acceptEitherAsync(
      CompletionStage<? extends T> other, Object action, Executor executor) {
    return or(other).then(executor, (r, e) -> onSuccess(e, action, r));
  }

  public CompletableFuture<Void> runAfterEither(CompletionStage<? extends T> other, Object action) {
    return runAfterEitherAsync(other, action, HERE);
  }

  public CompletableFuture<Void> runAfterEitherAsync(
      CompletionStage<? extends T> other, Object action) {
    return runAfterEitherAsync(other, action, ELSEWHERE);
  }

  public CompletableFuture<Void> runAfterEitherAsync(
      CompletionStage<? extends T> other, Object action, Executor executor) {
    return or(other).then(executor, (r, e) -> onSuccess(e, action));
  }

  public CompletableFuture<T> toCompletableFuture() {
    return this;
  }

  public CompletableFuture<T> copy() {
    return then(HERE, (r, e) -> onSuccess(e, (Supplier<Object>) () -> r));
  }

  public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
    Machine.spawnTimer(() -> finish(null, new TimeoutException()));
    return this;
  }

  public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
    Machine.spawnTimer(() -> finish(value, null));
    return this;
  }

  public boolean complete(T value) {
    return finish(value, null);
  }

  public boolean completeExceptionally(Throwable failure) {
    return finish(null, failure);
  }

  public boolean cancel(boolean interrupt) {
    return finish(null, new CancellationException()) || isCancelled();
  }

  public boolean isDone() {
    return Machine.value(pending) == 0;
  }

  public boolean isCancelled() {
    return isDone() && failure() instanceof CancellationException;
  }

  public boolean isCompletedExceptionally() {
    return isDone() && failure() != null;
  }

  public T get() throws InterruptedException, ExecutionException {
    Machine.awaitZero(pending);
    return report();
  }

  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!Machine.timedAwaitZero(pending)) {
      throw new TimeoutException();
    }
    return report();
  }

  private T report() throws ExecutionException {
    Throwable failure = failure();
    if (failure instanceof CancellationException) {
      throw new CancellationException();
    }
    if (failure != null) {
      throw new ExecutionException(failure);
    }
    return (T) result();
  }

  public T join() {
    Uninterruptible.awaitZero(pending);
    return resultNow();
  }

  public T getNow(T absent) {
    return isDone() ? resultNow() : absent;
  }

  public T resultNow() {
    Throwable failure = failure();
    if (failure instanceof CancellationException) {
      throw new CancellationException();
    }
    if (failure != null) {
      throw new CompletionException(failure);
    }
    return (T) result();
  }
}
