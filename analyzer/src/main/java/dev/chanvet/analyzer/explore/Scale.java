package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Operator;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Moves a program's large constants together, so that a loop to 1,000 and a capacity of 1,000 cost
 * no more than a few steps: order is kept, and so are differences up to 2 between neighbours. What
 * is lost: products and sums of the constants. Who computes with moved numbers in other ways than
 * by counting says so; the result is worth nothing then.
 */
final class Scale {
  private static final int KEPT_DIFFERENCE = 2;

  /** A capacity of so much is none that a program reaches. */
  private static final long UNBOUNDED = 1_000_000;

  private final Map<Long, Long> scaled = new HashMap<>();
  private final long exactUpTo;
  private final long largest;
  private final boolean changed;
  private final Amounts amounts;
  private boolean strained;

  /** Scales {@code constants}; those up to {@code exactUpTo} stay. */
  Scale(Collection<Long> constants, long exactUpTo) {
    this(constants, exactUpTo, Amounts.few());
  }

  /** The same with numbers of one's own for what the program's text does not tell. */
  Scale(Collection<Long> constants, long exactUpTo, Amounts amounts) {
    this.exactUpTo = exactUpTo;
    this.amounts = amounts;
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

  /** The constant that a number of the machine stands for. */
  private long original(long image) {
    return scaled.entrySet().stream()
        .filter(entry -> entry.getValue() == image)
        .map(Map.Entry::getKey)
        .min(Long::compare)
        .orElse(image);
  }

  /** Whether any constant was changed. */
  boolean changesAnything() {
    return changed;
  }

  /** Whether a number of the machine is that of the program. */
  private boolean keeps(long number) {
    return !changed || Math.abs(number) <= exactUpTo;
  }

  /** Whether all numbers among values are those of the program; to need others strains. */
  boolean isExact(List<Value> values) {
    boolean exact =
        values.stream().allMatch(value -> !(value instanceof Value.Int n) || keeps(n.value()));
    strained |= !exact;
    return exact;
  }

  /** Notes what was computed: moved constants can be counted to and compared, and little else. */
  void noteComputed(Operator operator, long a, long b, @Nullable Value result) {
    boolean kept = !(result instanceof Value.Int number) || keeps(number.value());
    strained |=
        switch (operator) {
          case ADD, SUBTRACT -> !kept && Math.min(Math.abs(a), Math.abs(b)) > KEPT_DIFFERENCE;
          case MULTIPLY, DIVIDE, REMAINDER, SHIFT_LEFT, SHIFT_RIGHT, AND, OR, XOR ->
              !kept || !keeps(a) || !keeps(b);
          default -> false;
        };
  }

  /** Whether what was found may be due to moved constants. */
  boolean isStrained() {
    return strained;
  }

  /** The same constants, none of them moved, and room for small sums of them. */
  static Scale exact(Collection<Long> constants) {
    long most = constants.stream().mapToLong(Long::longValue).max().orElse(0);
    return new Scale(constants, Math.min(most, Integer.MAX_VALUE) * 4);
  }

  /** The numbers tried for those that the program's text does not tell. */
  Amounts amounts() {
    return amounts;
  }

  /** Notes how much room a channel has: more of what is not known might be sent than that. */
  void noteRoom(long capacity) {
    long room = original(capacity);
    if (room < UNBOUNDED) {
      amounts.noteRoom(room);
    }
  }

  /** Above this, a number is the result of counting without a bound that matters. */
  long largest() {
    return largest;
  }
}
