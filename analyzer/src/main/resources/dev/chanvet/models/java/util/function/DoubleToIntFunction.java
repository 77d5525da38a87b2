package java.util.function;

/** A function from a double to an int. Kept: everything. */
public interface DoubleToIntFunction {
  int applyAsInt(double value);
}
