package java.util.function;

/** A function from an object to a double. Kept: everything. */
public interface ToDoubleFunction<T> {
  double applyAsDouble(T value);
}
