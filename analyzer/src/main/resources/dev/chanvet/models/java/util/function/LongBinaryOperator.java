package java.util.function;

/** A function from a long and a long to a long. Kept: everything. */
public interface LongBinaryOperator {
  long applyAsLong(long first, long second);
}
