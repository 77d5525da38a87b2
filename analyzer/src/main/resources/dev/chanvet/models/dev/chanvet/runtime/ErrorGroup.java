package dev.chanvet.runtime;

import dev.chanvet.model.Machine;

/** Goroutines of which the first failure cancels the rest. Kept: everything. */
public final class ErrorGroup {
  private final WaitGroup all = new WaitGroup();
  private final Context context;

  /** Tokens of the goroutines that run; null without a limit. */
  private final Channel<Signal> slots;

  /** The exceptions, the first of which counts. */
  private final Object failures = Machine.sequence();

  private ErrorGroup(Context context, Channel<Signal> slots) {
    this.context = context;
    this.slots = slots;
  }

  public static ErrorGroup withContext(Context parent) {
    return new ErrorGroup(Context.withCancel(parent), null);
  }

  public static ErrorGroup withLimit(Context parent, int limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException();
    }
    return new ErrorGroup(Context.withCancel(parent), Channel.make(limit));
  }

  public Context context() {
    return context;
  }

  public Goroutine go(GoBody body) throws InterruptedException {
    if (slots != null) {
      slots.send(Signal.SIGNAL);
    }
    all.add(1);
    return new Goroutine(Machine.spawn(() -> work(body)));
  }

  private void work(GoBody body) {
    try {
      Machine.call(body);
    } catch (Exception e) {
      Machine.append(failures, e);
      context.cancel();
    } finally {
      if (slots != null) {
        slots.tryReceive();
      }
      all.done();
    }
  }

  public void await() throws Exception {
    all.await();
    context.cancel();
    if (Machine.length(failures) > 0) {
      Exception first = Machine.at(failures, 0);
      throw first;
    }
  }
}
