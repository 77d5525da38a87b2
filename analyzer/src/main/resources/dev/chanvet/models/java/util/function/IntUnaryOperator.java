package java.util.function;

/** A function from an int to an int. Kept: everything. */
public interface IntUnaryOperator {
  int applyAsInt(int value);

  static IntUnaryOperator identity() {
    return value -> value;
  }

  default IntUnaryOperator andThen(IntUnaryOperator after) {
    return value -> after.applyAsInt(applyAsInt(value));
  }

  default IntUnaryOperator compose(IntUnaryOperator before) {
    return value -> applyAsInt(before.applyAsInt(value));
  }
}
