package java.util.function;

/** A function from a long to nothing. Kept: everything. */
public interface LongConsumer {
  void accept(long value);

  default LongConsumer andThen(LongConsumer after) {
    return value -> {
      accept(value);
      after.accept(value);
    };
  }
}
