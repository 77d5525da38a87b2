package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.Arm;
import dev.chanvet.runtime.ReceiveChannel;
import dev.chanvet.runtime.SendChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One arm of a select: what to do, and what becomes of its value.
 *
 * @param <R> the value of the select if this arm is chosen
 */
public final class Case<R extends @Nullable Object> implements Arm<R> {

  /** What an arm does. */
  enum Kind {
    SEND,
    RECEIVE,
    TIMEOUT,
    OTHERWISE
  }

  /** Makes the select's value from the arm's: what was received, or null. */
  interface Outcome<R extends @Nullable Object> {
    @Nullable R of(@Nullable Object value) throws InterruptedException;
  }

  final Kind kind;

  /** The channel; null if the arm is disabled (a nil channel) or has none. */
  final @Nullable LockedChannel<?> channel;

  /** What a send sends. */
  final @Nullable Object value;

  /** How long a timeout waits. */
  final long nanos;

  private final @Nullable Outcome<R> outcome;

  private Case(
      Kind kind,
      @Nullable LockedChannel<?> channel,
      @Nullable Object value,
      long nanos,
      @Nullable Outcome<R> outcome) {
    this.kind = kind;
    this.channel = channel;
    this.value = value;
    this.nanos = nanos;
    this.outcome = outcome;
  }

  /** Returns the arm that receives from {@code channel}; disabled if that is null or nil. */
  public static <T> Case<T> receive(@Nullable ReceiveChannel<T> channel) {
    return new Case<>(Kind.RECEIVE, locked(channel), null, 0, null);
  }

  /**
   * Returns the arm that sends {@code value} to {@code channel}; disabled if that is null or nil.
   */
  public static <T> Case<@Nullable Void> send(@Nullable SendChannel<T> channel, T value) {
    Objects.requireNonNull(value, "a channel's values are never null");
    return new Case<>(Kind.SEND, locked(channel), value, 0, null);
  }

  /** Returns the arm that is ready once {@code duration} has passed. */
  public static Case<@Nullable Void> timeout(Duration duration) {
    return new Case<>(Kind.TIMEOUT, null, null, Deadline.nanos(duration), null);
  }

  /** Returns the arm that is taken if no other is ready. */
  public static Case<@Nullable Void> otherwise() {
    return new Case<>(Kind.OTHERWISE, null, null, 0, null);
  }

  private static @Nullable LockedChannel<?> locked(@Nullable Object channel) {
    if (channel == null || channel instanceof NilChannel) {
      return null;
    }
    if (channel instanceof LockedChannel<?> locked) {
      return locked;
    }
    throw new IllegalArgumentException("select works on channels made by Channel.make: " + channel);
  }

  @Override
  public <S extends @Nullable Object> Arm<S> map(Function<? super R, ? extends S> f) {
    Objects.requireNonNull(f, "f");
    return new Case<S>(kind, channel, value, nanos, received -> f.apply(finish(received)));
  }

  @Override
  public Arm<@Nullable Void> then(Handler<? super R> handler) {
    Objects.requireNonNull(handler, "handler");
    return new Case<@Nullable Void>(
        kind,
        channel,
        value,
        nanos,
        received -> {
          handler.handle(finish(received));
          return null;
        });
  }

  @Override
  public Arm<@Nullable Void> then(Action action) {
    Objects.requireNonNull(action, "action");
    return new Case<@Nullable Void>(
        kind,
        channel,
        value,
        nanos,
        received -> {
          finish(received);
          action.run();
          return null;
        });
  }

  /** Returns the select's value for what this arm received (null if it received nothing). */
  @SuppressWarnings({"unchecked", "NullAway"}) // without an outcome R is the channel's type or Void
  R finish(@Nullable Object received) throws InterruptedException {
    return outcome == null ? (R) received : outcome.of(received);
  }
}
