package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.RunningGoroutine;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Goroutines that work on one task: Go's {@code errgroup.Group}. The first failure cancels the
 * context of the group, and {@link #await} throws it when all have ended.
 *
 * <pre>{@code
 * ErrorGroup group = ErrorGroup.withContext(Context.background());
 * for (String url : urls) group.go(() -> fetch(group.context(), url));
 * group.await();
 * }</pre>
 */
public final class ErrorGroup {
  private final WaitGroup all = new WaitGroup();
  private final Context context;
  private final @Nullable Channel<Signal> slots;
  private final AtomicReference<@Nullable Exception> first = new AtomicReference<>();

  private ErrorGroup(Context context, @Nullable Channel<Signal> slots) {
    this.context = context;
    this.slots = slots;
  }

  /** Makes a group whose context is under {@code parent}. */
  public static ErrorGroup withContext(Context parent) {
    return new ErrorGroup(Context.withCancel(parent), null);
  }

  /**
   * Makes a group that runs at most {@code limit} goroutines at once.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  public static ErrorGroup withLimit(Context parent, int limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit must be positive: " + limit);
    }
    return new ErrorGroup(Context.withCancel(parent), Channel.make(limit));
  }

  /** Returns the context that is cancelled by the first failure, or when {@link #await} returns. */
  public Context context() {
    return context;
  }

  /**
   * Starts a goroutine of the group; with a limit, waits until there is room. An {@link Exception}
   * that {@code body} throws is the group's, not the run's.
   *
   * @throws InterruptedException if interrupted while waiting for room; then nothing was started
   */
  public Goroutine go(GoBody body) throws InterruptedException {
    if (slots != null) {
      slots.send(Signal.SIGNAL);
    }
    all.add(1);
    return RunningGoroutine.start(null, () -> work(body), body.getClass());
  }

  private void work(GoBody body) {
    try {
      body.run();
    } catch (Exception e) {
      if (first.compareAndSet(null, e)) {
        context.cancel();
      }
    } finally {
      if (slots != null) {
        slots.tryReceive();
      }
      all.done();
    }
  }

  /**
   * Waits until all have ended.
   *
   * @throws Exception the first failure
   * @throws InterruptedException if interrupted while waiting
   */
  public void await() throws Exception {
    all.await();
    context.cancel();
    Exception failure = first.get();
    if (failure != null) {
      throw failure;
    }
  }
}
