package java.util.concurrent;

import dev.chanvet.model.ElementList;
import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;
import java.util.List;

/**
 * Tasks that end before their scope does. Kept: when the scope is cancelled, interrupts, waiting in
 * {@code join} and {@code close}, in both forms that the API has had. Lost: joiners of users.
 */
public class StructuredTaskScope<T, R> implements AutoCloseable {
  /** Brings a counter so far below zero that no task lifts it again. */
  private static final int FAR = 1_000_000;

  private final Joiner<T, R> joiner;
  private final Object subtasks = Machine.sequence();
  private final Object threads = Machine.sequence();

  /** The tasks that {@code join} still waits for; far below zero once cancelled. */
  private final Object awaited = Machine.counter(0);

  /** The tasks that have not ended. */
  private final Object unfinished = Machine.counter(0);

  /** 1 until cancelled. */
  private final Object running = Machine.counter(1);

  public StructuredTaskScope() {
    this(Joiner.awaitAll());
  }

  protected StructuredTaskScope(Joiner<T, R> joiner) {
    this.joiner = joiner;
  }

  public static <T> StructuredTaskScope<T, Void> open() {
    return new StructuredTaskScope<>(Joiner.awaitAllSuccessfulOrThrow());
  }

  public static <T, R> StructuredTaskScope<T, R> open(Joiner<T, R> joiner) {
    return new StructuredTaskScope<>(joiner);
  }

  public static <T, R> StructuredTaskScope<T, R> open(Joiner<T, R> joiner, Object configuration) {
    return new StructuredTaskScope<>(joiner);
  }

  public Subtask<T> fork(Object task) {
    Subtask<T> subtask = new Subtask<>();
    Machine.append(subtasks, subtask);
    if (Machine.value(running) > 0) {
      Machine.add(awaited, 1);
      Machine.add(unfinished, 1);
      Machine.append(threads, Machine.spawn(() -> run(subtask, task)));
    }
    return subtask;
  }

  private void run(Subtask<T> subtask, Object task) {
    boolean over = joiner.endsOnFailure;
    try {
      subtask.succeed(Machine.call(task));
      over = joiner.endsOnSuccess;
    } catch (Throwable e) {
      subtask.fail(e);
    } finally {
      if (over) {
        cancel();
      }
      Machine.add(awaited, -1);
      Machine.add(unfinished, -1);
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
      Machine.add(awaited, -FAR);
    }
  }

  public void shutdown() {
    cancel();
  }

  public boolean isCancelled() {
    return Machine.value(running) == 0;
  }

  public boolean isShutdown() {
    return isCancelled();
  }

  public R join() throws InterruptedException {
    Machine.awaitZero(awaited);
    return joiner.result(subtasks);
  }

  public void close() {
    cancel();
    Uninterruptible.awaitZero(unfinished);
  }

  /** A task of a scope. */
  public static final class Subtask<T> {
    private final Object results = Machine.sequence();
    private final Object failures = Machine.sequence();

    private void succeed(T result) {
      Machine.append(results, result);
    }

    private void fail(Throwable failure) {
      Machine.append(failures, failure);
    }

    public T get() {
      if (Machine.length(results) == 0) {
        throw new IllegalStateException();
      }
      return Machine.at(results, 0);
    }

    public Throwable exception() {
      if (Machine.length(failures) == 0) {
        throw new IllegalStateException();
      }
      return Machine.at(failures, 0);
    }

    boolean hasFailed() {
      return Machine.length(failures) > 0;
    }

    boolean hasSucceeded() {
      return Machine.length(results) > 0;
    }
  }

  /** When a scope is over and what its join answers. */
  public static class Joiner<T, R> {
    private final boolean endsOnSuccess;
    private final boolean endsOnFailure;
    private final boolean lists;

    private Joiner(boolean endsOnSuccess, boolean endsOnFailure, boolean lists) {
      this.endsOnSuccess = endsOnSuccess;
      this.endsOnFailure = endsOnFailure;
      this.lists = lists;
    }

    public static <T, R> Joiner<T, R> awaitAll() {
      return new Joiner<>(false, false, false);
    }

    public static <T, R> Joiner<T, R> awaitAllSuccessfulOrThrow() {
      return new Joiner<>(false, true, false);
    }

    public static <T, R> Joiner<T, R> allSuccessfulOrThrow() {
      return new Joiner<>(false, true, true);
    }

    public static <T, R> Joiner<T, R> anySuccessfulResultOrThrow() {
      return new Joiner<>(true, false, false);
    }

    private R result(Object subtasks) {
      List<Subtask<T>> all = new ElementList<>();
      for (int i = 0; i < Machine.length(subtasks); i++) {
        Subtask<T> subtask = Machine.at(subtasks, i);
        if (endsOnSuccess && subtask.hasSucceeded()) {
          return (R) subtask.get();
        }
        if (endsOnFailure && subtask.hasFailed()) {
          throw new IllegalStateException();
        }
        all.add(subtask);
      }
      if (endsOnSuccess) {
        throw new IllegalStateException();
      }
      return lists ? (R) all.stream() : null;
    }
  }

  /** The scope of the first form that is over when one task fails. */
  public static final class ShutdownOnFailure extends StructuredTaskScope<Object, Object> {
    public ShutdownOnFailure() {
      super(new Joiner<>(false, true, false));
    }

    public ShutdownOnFailure join() throws InterruptedException {
      Machine.awaitZero(super.awaited);
      return this;
    }

    public ShutdownOnFailure throwIfFailed() throws ExecutionException {
      for (int i = 0; i < Machine.length(super.subtasks); i++) {
        Subtask<?> subtask = Machine.at(super.subtasks, i);
        if (subtask.hasFailed()) {
          throw new ExecutionException(subtask.exception());
        }
      }
      return this;
    }
  }

  /** The scope of the first form that is over when one task succeeds. */
  public static final class ShutdownOnSuccess<T> extends StructuredTaskScope<T, Object> {
    public ShutdownOnSuccess() {
      super(new Joiner<>(true, false, false));
    }

    public ShutdownOnSuccess<T> join() throws InterruptedException {
      Machine.awaitZero(super.awaited);
      return this;
    }

    public T result() throws ExecutionException {
      for (int i = 0; i < Machine.length(super.subtasks); i++) {
        Subtask<T> subtask = Machine.at(super.subtasks, i);
        if (subtask.hasSucceeded()) {
          return subtask.get();
        }
      }
      throw new ExecutionException((Throwable) null);
    }
  }
}
