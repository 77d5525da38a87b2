package java.util.function;

/** A function from a long to a long. Kept: everything. */
public interface LongUnaryOperator {
  long applyAsLong(long value);

  static LongUnaryOperator identity() {
    return value -> value;
  }

  default LongUnaryOperator andThen(LongUnaryOperator after) {
    return value -> after.applyAsLong(applyAsLong(value));
  }

  default LongUnaryOperator compose(LongUnaryOperator before) {
    return value -> applyAsLong(before.applyAsLong(value));
  }
}
