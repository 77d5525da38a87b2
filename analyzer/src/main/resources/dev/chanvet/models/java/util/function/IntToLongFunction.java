package java.util.function;

/** A function from an int to a long. Kept: everything. */
public interface IntToLongFunction {
  long applyAsLong(int value);
}
