package java.util.function;

/** A function from a double to a long. Kept: everything. */
public interface DoubleToLongFunction {
  long applyAsLong(double value);
}
