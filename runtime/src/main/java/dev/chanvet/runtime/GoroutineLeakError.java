package dev.chanvet.runtime;

import java.util.List;

/** Goroutines were left behind, as {@link LeakCheck} found. The message is their dump. */
public final class GoroutineLeakError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /** Makes the error from the goroutines left. */
  public GoroutineLeakError(List<GoroutineSnapshot> left) {
    super(
        left.size()
            + (left.size() == 1 ? " goroutine" : " goroutines")
            + " leaked\n\n"
            + GoroutineSnapshot.format(left));
  }
}
