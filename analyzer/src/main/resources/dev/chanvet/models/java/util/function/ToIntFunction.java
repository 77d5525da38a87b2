package java.util.function;

/** A function from an object to an int. Kept: everything. */
public interface ToIntFunction<T> {
  int applyAsInt(T value);
}
