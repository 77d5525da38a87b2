package java.util.function;

/** A function from an object and an object to a double. Kept: everything. */
public interface ToDoubleBiFunction<T, U> {
  double applyAsDouble(T first, U second);
}
