package java.util.function;

/** An action on an object. Kept: everything. */
public interface Consumer<T> {
  void accept(T value);

  default Consumer<T> andThen(Consumer<? super T> after) {
    return value -> {
      accept(value);
      after.accept(value);
    };
  }
}
