package dev.chanvet.runtime;

import java.util.List;

/**
 * Every goroutine of a {@link Go#run} is asleep and nothing can wake one. The message is Go's: the
 * line "all goroutines are asleep - deadlock!", then each goroutine with what it waits for, its
 * stack and its creator.
 */
public final class DeadlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<GoroutineSnapshot> goroutines;

  /** Makes the exception from the goroutines that sleep, in the order of their ids. */
  public DeadlockException(List<GoroutineSnapshot> goroutines) {
    super(
        "all goroutines are asleep - deadlock!\n\n" + GoroutineSnapshot.format(goroutines),
        null,
        false,
        true);
    this.goroutines = List.copyOf(goroutines);
  }

  /** Returns the goroutines that sleep, in the order of their ids. */
  public List<GoroutineSnapshot> goroutines() {
    return goroutines == null ? List.of() : goroutines;
  }
}
