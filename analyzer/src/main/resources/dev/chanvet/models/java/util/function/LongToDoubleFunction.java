package java.util.function;

/** A function from a long to a double. Kept: everything. */
public interface LongToDoubleFunction {
  double applyAsDouble(long value);
}
