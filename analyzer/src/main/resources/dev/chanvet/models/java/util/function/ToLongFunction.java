package java.util.function;

/** A function from an object to a long. Kept: everything. */
public interface ToLongFunction<T> {
  long applyAsLong(T value);
}
