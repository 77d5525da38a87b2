package java.util.function;

/** A function from an int to nothing. Kept: everything. */
public interface IntConsumer {
  void accept(int value);

  default IntConsumer andThen(IntConsumer after) {
    return value -> {
      accept(value);
      after.accept(value);
    };
  }
}
