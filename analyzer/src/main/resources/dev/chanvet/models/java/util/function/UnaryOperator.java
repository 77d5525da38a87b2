package java.util.function;

/** A function from an object to an object of its type. Kept: everything. */
public interface UnaryOperator<T> extends Function<T, T> {
  static <T> UnaryOperator<T> identity() {
    return value -> value;
  }
}
