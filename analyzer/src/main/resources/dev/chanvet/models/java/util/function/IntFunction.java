package java.util.function;

/** A function from an int to an object. Kept: everything. */
public interface IntFunction<R> {
  R apply(int value);
}
