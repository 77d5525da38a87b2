package java.util.concurrent;

import dev.chanvet.model.Machine;

/**
 * A task and its result. Kept: everything but that an interrupt may reach the task after its end.
 */
public class FutureTask<V> implements RunnableFuture<V> {
  private final Object task;
  private final V given;

  /** 1 until there is an outcome, then 0. */
  final Object pending = Machine.counter(1);

  /** The result and the exception, once there is an outcome; both null if cancelled. */
  private final Object outcome = Machine.sequence();

  /** The goroutine that runs the task, while it does. */
  private final Object runner = Machine.sequence();

  public FutureTask(Object task) {
    this.task = task;
    this.given = null;
  }

  public FutureTask(Runnable task, V result) {
    this.task = task;
    this.given = result;
  }

  public void run() {
    if (Machine.length(outcome) > 0 || Machine.length(runner) > 0) {
      return;
    }
    Machine.append(runner, Machine.self());
    try {
      V result = Machine.call(task);
      set(given == null ? result : given);
    } catch (Throwable e) {
      setException(e);
    }
    Machine.clear(runner);
  }

  private boolean complete(Object result, Throwable failure, boolean cancelled) {
    if (!Machine.tryAcquire(pending, 1)) {
      return false;
    }
    Machine.append(outcome, result);
    Machine.append(outcome, failure);
    Machine.append(outcome, cancelled);
    return true;
  }

  protected void set(V result) {
    if (complete(result, null, false)) {
      done();
    }
  }

  protected void setException(Throwable failure) {
    if (complete(null, failure, false)) {
      done();
    }
  }

  protected void done() {}

  public boolean cancel(boolean interrupt) {
    if (!complete(null, null, true)) {
      return false;
    }
    if (interrupt && Machine.length(runner) > 0) {
      Machine.interrupt(Machine.at(runner, 0));
    }
    done();
    return true;
  }

  public boolean isDone() {
    return Machine.value(pending) == 0;
  }

  public boolean isCancelled() {
    return Machine.value(pending) == 0 && (boolean) Machine.at(outcome, 2);
  }

  /** Waits for the outcome, whatever it is. */
  public void await() throws InterruptedException {
    Machine.awaitZero(pending);
  }

  /** The same, with a timeout; whether there is an outcome. */
  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    return Machine.timedAwaitZero(pending);
  }

  public V get() throws InterruptedException, ExecutionException {
    Machine.awaitZero(pending);
    return report();
  }

  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!Machine.timedAwaitZero(pending)) {
      throw new TimeoutException();
    }
    return report();
  }

  private V report() throws ExecutionException {
    if ((boolean) Machine.at(outcome, 2)) {
      throw new CancellationException();
    }
    Throwable failure = Machine.at(outcome, 1);
    if (failure != null) {
      throw new ExecutionException(failure);
    }
    return Machine.at(outcome, 0);
  }

  public V resultNow() {
    if (Machine.value(pending) != 0 || Machine.at(outcome, 1) != null) {
      throw new IllegalStateException();
    }
    return Machine.at(outcome, 0);
  }
}
