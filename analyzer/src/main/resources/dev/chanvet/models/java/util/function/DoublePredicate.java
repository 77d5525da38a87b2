package java.util.function;

/** A function from a double to a boolean. Kept: everything. */
public interface DoublePredicate {
  boolean test(double value);

  default DoublePredicate negate() {
    return value -> !test(value);
  }

  default DoublePredicate and(DoublePredicate other) {
    return value -> test(value) && other.test(value);
  }

  default DoublePredicate or(DoublePredicate other) {
    return value -> test(value) || other.test(value);
  }
}
