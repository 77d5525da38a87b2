package dev.chanvet.runtime;

import dev.chanvet.model.Machine;
import java.time.Duration;

/**
 * Go's Context. Kept: its done channel, cancelled once, with its children; a deadline that may pass
 * at any moment. Lost: values.
 */
public final class Context implements AutoCloseable {
  /** Closed when cancelled; nil in the background. */
  private final Channel<Signal> done;

  private final Context parent;
  private final Object children = Machine.sequence();

  /** 1 until cancelled, then 0. */
  private final Object active = Machine.counter(1);

  private Context(Context parent, Channel<Signal> done) {
    this.parent = parent;
    this.done = done;
  }

  public static Context background() {
    return new Context(null, Channel.nil());
  }

  public static Context withCancel(Context parent) {
    if (!Machine.isKnown(parent)) {
      return belowUnknown();
    }
    Context child = new Context(parent, Channel.make());
    if (parent.parent != null) {
      Machine.append(parent.children, child);
      if (parent.isCancelled()) {
        child.cancel();
      }
    }
    return child;
  }

  /** The parent is cancelled at any moment, or never. */
  private static Context belowUnknown() {
    Context child = new Context(background(), Channel.make());
    if (Machine.choose()) {
      Machine.spawnTimer(child::cancel);
    }
    return child;
  }

  public static Context withTimeout(Context parent, Duration timeout) {
    Context child = withCancel(parent);
    Machine.spawnTimer(child::cancel);
    return child;
  }

  public ReceiveChannel<Signal> done() {
    return done;
  }

  public boolean isCancelled() {
    return Machine.value(active) == 0;
  }

  public String reason() {
    return isCancelled() ? "cancelled" : null;
  }

  public void cancel() {
    if (parent == null || !Machine.tryAcquire(active, 1)) {
      return;
    }
    Machine.close(done.core);
    while (Machine.length(children) > 0) {
      Context child = Machine.at(children, 0);
      child.cancel();
    }
    int index = Machine.indexOf(parent.children, this);
    if (index >= 0) {
      Machine.remove(parent.children, index);
    }
  }

  public void close() {
    cancel();
  }
}
