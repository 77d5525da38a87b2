package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.ReceiveChannel;
import dev.chanvet.runtime.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of contexts. A node holds its living children, and leaves its parent when it
 * is cancelled.
 */
public final class Cancellation {
  private static final Cancellation NEVER = new Cancellation(null, Channel.nil(), null);

  private final @Nullable Cancellation parent;
  private final Channel<Signal> done;
  private final @Nullable Instant deadline;
  private final Set<Cancellation> children = new LinkedHashSet<>();
  private @Nullable ScheduledFuture<?> timer;
  private volatile @Nullable String reason;

  private Cancellation(
      @Nullable Cancellation parent, @Nullable Channel<Signal> done, @Nullable Instant deadline) {
    this.parent = parent;
    this.done = done == null ? new Done(this) : done;
    this.deadline = deadline;
  }

  /** The done channel: closed by the clock if the node or an ancestor has a deadline ahead. */
  private static final class Done extends RendezvousChannel<Signal> {
    private final Cancellation node;

    Done(Cancellation node) {
      this.node = node;
    }

    @Override
    boolean fedFromOutside() {
      return node.deadline != null;
    }
  }

  /** Returns the root, which is never cancelled. */
  public static Cancellation never() {
    return NEVER;
  }

  /** Returns a new child of {@code parent}. */
  public static Cancellation under(Cancellation parent) {
    Cancellation node = new Cancellation(parent, null, parent.deadline);
    parent.adopt(node);
    return node;
  }

  /** Returns a new child of {@code parent} that is cancelled {@code timeout} from now. */
  public static Cancellation under(Cancellation parent, Duration timeout) {
    long nanos = Deadline.nanos(timeout);
    Instant end = Instant.now().plusNanos(nanos);
    if (parent.deadline != null && parent.deadline.isBefore(end)) {
      return under(parent);
    }
    Cancellation node = new Cancellation(parent, null, end);
    parent.adopt(node);
    if (nanos == 0) {
      node.cancel("context deadline exceeded");
    } else {
      node.arm(nanos);
    }
    return node;
  }

  private synchronized void arm(long nanos) {
    if (reason == null) {
      timer = Clock.after(nanos, () -> cancel("context deadline exceeded"));
    }
  }

  private void adopt(Cancellation child) {
    String why;
    synchronized (this) {
      why = reason;
      if (why == null && this != NEVER) {
        children.add(child);
      }
    }
    if (why != null) {
      child.cancel(why);
    }
  }

  private synchronized void forget(Cancellation child) {
    children.remove(child);
  }

  /** Cancels the node and those under it. */
  public void cancel() {
    cancel("context canceled");
  }

  private void cancel(String why) {
    if (this == NEVER) {
      return;
    }
    List<Cancellation> under;
    synchronized (this) {
      if (reason != null) {
        return;
      }
      reason = why;
      under = new ArrayList<>(children);
      children.clear();
      if (timer != null) {
        timer.cancel(false);
      }
    }
    done.close();
    under.forEach(child -> child.cancel(why));
    if (parent != null) {
      parent.forget(this);
    }
  }

  /** Returns the channel that is closed when the node is cancelled. */
  public ReceiveChannel<Signal> done() {
    return done;
  }

  /** Returns whether the node is cancelled. */
  public boolean isCancelled() {
    return reason != null;
  }

  /** Returns why it is cancelled, or null. */
  public @Nullable String reason() {
    return reason;
  }

  /** Returns when its time or an ancestor's runs out, or null. */
  public @Nullable Instant deadline() {
    return deadline;
  }
}
