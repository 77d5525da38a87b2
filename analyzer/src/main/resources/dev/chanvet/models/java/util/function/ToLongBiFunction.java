package java.util.function;

/** A function from an object and an object to a long. Kept: everything. */
public interface ToLongBiFunction<T, U> {
  long applyAsLong(T first, U second);
}
