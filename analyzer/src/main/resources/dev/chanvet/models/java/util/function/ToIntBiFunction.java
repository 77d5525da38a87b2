package java.util.function;

/** A function from an object and an object to an int. Kept: everything. */
public interface ToIntBiFunction<T, U> {
  int applyAsInt(T first, U second);
}
