package java.util.function;

/** A function from a double to nothing. Kept: everything. */
public interface DoubleConsumer {
  void accept(double value);

  default DoubleConsumer andThen(DoubleConsumer after) {
    return value -> {
      accept(value);
      after.accept(value);
    };
  }
}
