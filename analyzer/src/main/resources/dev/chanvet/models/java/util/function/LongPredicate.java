package java.util.function;

/** A function from a long to a boolean. Kept: everything. */
public interface LongPredicate {
  boolean test(long value);

  default LongPredicate negate() {
    return value -> !test(value);
  }

  default LongPredicate and(LongPredicate other) {
    return value -> test(value) && other.test(value);
  }

  default LongPredicate or(LongPredicate other) {
    return value -> test(value) || other.test(value);
  }
}
