package dev.chanvet.analyzer.explore;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Moves a program's large constants together, so that a loop to 1,000 and a capacity of 1,000 cost
 * no more than a few steps: order is kept, and so are differences up to 2 between neighbours. What
 * is lost: products and sums of the constants. Who computes with moved numbers in other ways than
 * by counting says so; the result is worth nothing then.
 */
final class Scale {
  private static final int KEPT_DIFFERENCE = 2;

  private final Map<Long, Long> scaled = new HashMap<>();
  private final long exactUpTo;
  private final long largest;
  private final boolean changed;
  private boolean strained;

  /** Scales {@code constants}; those up to {@code exactUpTo} stay. */
  Scale(Collection<Long> constants, long exactUpTo) {
    this.exactUpTo = exactUpTo;
    long previous = exactUpTo;
    long image = exactUpTo;
    boolean moved = false;
    for (long constant : new TreeSet<>(constants)) {
      if (constant > exactUpTo) {
        image += Math.min(constant - previous, KEPT_DIFFERENCE);
        previous = constant;
        scaled.put(constant, image);
        moved |= image != constant;
      }
    }
    largest = Math.max(image, exactUpTo);
    changed = moved;
  }

  long apply(long constant) {
    return scaled.getOrDefault(constant, constant);
  }

  /** Whether any constant was changed. */
  boolean changesAnything() {
    return changed;
  }

  /** Whether a number of the machine is that of the program. */
  boolean keeps(long number) {
    return !changed || Math.abs(number) <= exactUpTo;
  }

  /** Notes that something was computed that does not hold for numbers which have been moved. */
  void strain() {
    strained |= changed;
  }

  /** Whether what was found may be due to moved constants. */
  boolean isStrained() {
    return strained;
  }

  /** Whether a sum or a difference is more than a step of counting, beyond the numbers kept. */
  boolean isStrainedBy(long a, long b, long result) {
    return !keeps(result) && Math.min(Math.abs(a), Math.abs(b)) > KEPT_DIFFERENCE;
  }

  /** The same constants, none of them moved, and room for small sums of them. */
  static Scale exact(Collection<Long> constants) {
    long most = constants.stream().mapToLong(Long::longValue).max().orElse(0);
    return new Scale(constants, Math.min(most, Integer.MAX_VALUE) * 4);
  }

  /** Above this, a number is the result of counting without a bound that matters. */
  long largest() {
    return largest;
  }
}
