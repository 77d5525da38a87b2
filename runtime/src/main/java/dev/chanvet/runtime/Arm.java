package dev.chanvet.runtime;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An arm of a select, made by {@link Select}. It does nothing until {@link Select#select} chooses
 * it; it can be used again.
 *
 * @param <R> the value that the select returns if this arm is chosen
 */
public interface Arm<R extends @Nullable Object> {

  /** What to do with the value of a chosen arm. */
  @FunctionalInterface
  interface Handler<R extends @Nullable Object> {
    /** Does it; {@code value} is null if the channel was closed and drained. */
    void handle(R value) throws InterruptedException;
  }

  /** What to do when an arm is chosen. */
  @FunctionalInterface
  interface Action {
    /** Does it. */
    void run() throws InterruptedException;
  }

  /**
   * Returns this arm with its value made into the value of the select by {@code f}, on the
   * selecting goroutine.
   */
  <S extends @Nullable Object> Arm<S> map(Function<? super R, ? extends S> f);

  /** Returns this arm with {@code handler} to be run with its value by the selecting goroutine. */
  Arm<@Nullable Void> then(Handler<? super R> handler);

  /** Returns this arm with {@code action} to be run by the selecting goroutine. */
  Arm<@Nullable Void> then(Action action);
}
