package java.util.function;

/** A function from a double and a double to a double. Kept: everything. */
public interface DoubleBinaryOperator {
  double applyAsDouble(double first, double second);
}
