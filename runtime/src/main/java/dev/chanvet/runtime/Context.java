package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.Cancellation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells goroutines to stop: Go's {@code context.Context}. A context is cancelled by {@link
 * #cancel}, by its time running out, or with its parent; then {@link #done} is closed.
 *
 * <pre>{@code
 * try (Context ctx = Context.withTimeout(Context.background(), Duration.ofSeconds(1))) {
 *   select(
 *       receive(answers).then(a -> use(a)),
 *       receive(ctx.done()).then(() -> giveUp()));
 * }
 * }</pre>
 */
public final class Context implements AutoCloseable {
  private static final Context BACKGROUND = new Context(Cancellation.never());

  private final Cancellation cancellation;

  private Context(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /** Returns the context that is never cancelled; its {@link #done} is nil. */
  public static Context background() {
    return BACKGROUND;
  }

  /**
   * Returns a context that is cancelled by {@link #cancel} or with {@code parent}. Close it, or the
   * parent holds it.
   */
  public static Context withCancel(Context parent) {
    return new Context(Cancellation.under(parent.cancellation));
  }

  /**
   * Returns a context that is also cancelled {@code timeout} from now. Close it, or the clock holds
   * it until then.
   */
  public static Context withTimeout(Context parent, Duration timeout) {
    return new Context(Cancellation.under(parent.cancellation, timeout));
  }

  /**
   * Returns a channel that is closed when the context is cancelled and never holds a value. Always
   * the same.
   */
  public ReceiveChannel<Signal> done() {
    return cancellation.done();
  }

  /** Returns whether the context is cancelled. */
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  /**
   * Returns why the context is cancelled, in Go's words ("context canceled", "context deadline
   * exceeded"), or null.
   */
  public @Nullable String reason() {
    return cancellation.reason();
  }

  /** Returns when the context's time runs out, its own or an ancestor's, or null. */
  public @Nullable Instant deadline() {
    return cancellation.deadline();
  }

  /**
   * Cancels the context and those under it. Does nothing on one that is cancelled, or on the
   * background.
   */
  public void cancel() {
    cancellation.cancel();
  }

  /** Cancels the context. */
  @Override
  public void close() {
    cancel();
  }
}
