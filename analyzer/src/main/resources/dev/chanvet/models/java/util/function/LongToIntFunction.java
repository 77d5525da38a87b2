package java.util.function;

/** A function from a long to an int. Kept: everything. */
public interface LongToIntFunction {
  int applyAsInt(long value);
}
