package java.util.function;

/** A function from an int and an int to an int. Kept: everything. */
public interface IntBinaryOperator {
  int applyAsInt(int first, int second);
}
