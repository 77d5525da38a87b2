package java.util.function;

/** A function from an int to a double. Kept: everything. */
public interface IntToDoubleFunction {
  double applyAsDouble(int value);
}
