package java.util.function;

/** A function from a double to a double. Kept: everything. */
public interface DoubleUnaryOperator {
  double applyAsDouble(double value);

  static DoubleUnaryOperator identity() {
    return value -> value;
  }

  default DoubleUnaryOperator andThen(DoubleUnaryOperator after) {
    return value -> after.applyAsDouble(applyAsDouble(value));
  }

  default DoubleUnaryOperator compose(DoubleUnaryOperator before) {
    return value -> applyAsDouble(before.applyAsDouble(value));
  }
}
