package java.util.function;

/** A function from two objects to an object. Kept: everything. */
public interface BiFunction<T, U, R> {
  R apply(T first, U second);

  default <V> BiFunction<T, U, V> andThen(Function<? super R, ? extends V> after) {
    return (first, second) -> after.apply(apply(first, second));
  }
}
