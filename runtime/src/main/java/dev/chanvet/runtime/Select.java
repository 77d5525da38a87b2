package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.Case;
import dev.chanvet.runtime.internal.Selection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code select}. Meant for static import.
 *
 * <pre>{@code
 * select(
 *     receive(requests).then(r -> serve(r)),
 *     send(results, next).then(() -> advance()),
 *     timeout(Duration.ofSeconds(3)).then(() -> log("late")));
 * }</pre>
 *
 * <p>If several arms are ready, each is equally likely to be chosen. Otherwise select waits for the
 * first, unless there is an {@link #otherwise} arm. The arms not chosen have no effect. With no arm
 * that can ever be ready, it waits for ever.
 */
public final class Select {
  private Select() {}

  /**
   * Returns the arm that receives: {@code case v := <-ch}. Its value is null if the channel is
   * closed and drained.
   *
   * @param ch the channel; null or nil makes an arm that is never ready
   */
  public static <T> Arm<T> receive(@Nullable ReceiveChannel<T> ch) {
    return Case.receive(ch);
  }

  /**
   * Returns the arm that sends {@code value}: {@code case ch <- value}. If it is chosen because the
   * channel is closed, select throws {@link ChannelClosedException}.
   *
   * @param ch the channel; null or nil makes an arm that is never ready
   * @throws NullPointerException if {@code value} is null
   */
  public static <T> Arm<@Nullable Void> send(@Nullable SendChannel<T> ch, T value) {
    return Case.send(ch, value);
  }

  /**
   * Returns the arm that is chosen when no other has been ready for {@code d}: {@code case
   * <-time.After(d)}. The time runs from the start of the select. Zero or less does not wait.
   */
  public static Arm<@Nullable Void> timeout(Duration d) {
    return Case.timeout(d);
  }

  /** Returns the arm that is chosen when no other is ready: {@code default}. */
  public static Arm<@Nullable Void> otherwise() {
    return Case.otherwise();
  }

  /**
   * Waits for one of {@code arms}, does it, and runs its handler.
   *
   * @return the value of the arm that was chosen
   * @throws ChannelClosedException if the arm chosen sends to a closed channel
   * @throws IllegalArgumentException if there is more than one {@link #otherwise}
   * @throws InterruptedException if the thread is interrupted while it waits; then no arm had any
   *     effect
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is copied, not kept
  public static <R extends @Nullable Object> R select(Arm<? extends R>... arms)
      throws InterruptedException {
    return Selection.select(cases(arms));
  }

  /**
   * As {@link #select(Arm[])}, with arms made while the program runs: Go's {@code reflect.Select}.
   */
  public static <R extends @Nullable Object> R select(List<? extends Arm<? extends R>> arms)
      throws InterruptedException {
    return Selection.select(cases(arms.toArray()));
  }

  @SuppressWarnings("unchecked") // an arm of R is a case of R: there is no other implementation
  private static <R extends @Nullable Object> Case<? extends R>[] cases(Object[] arms) {
    return (Case<? extends R>[]) Arrays.copyOf(arms, arms.length, Case[].class);
  }
}
