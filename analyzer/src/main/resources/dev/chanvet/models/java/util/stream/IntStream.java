package java.util.stream;

/** Makes streams of numbers, which are {@link Stream} here. Kept: as there. */
public final class IntStream {
  private IntStream() {}

  public static Stream range(int start, int end) {
    return new Stream(new Stages.Range(start, end));
  }

  public static Stream rangeClosed(int start, int end) {
    return new Stream(new Stages.Range(start, end + 1));
  }

  public static Stream of(int... numbers) {
    return java.util.Arrays.stream(numbers);
  }

  public static Stream empty() {
    return Stream.empty();
  }

  public static Stream iterate(int seed, Object function) {
    return Stream.iterate(seed, function);
  }

  public static Stream iterate(int seed, Object condition, Object function) {
    return Stream.iterate(seed, condition, function);
  }

  public static Stream generate(Object supplier) {
    return Stream.generate(supplier);
  }

  public static Stream concat(Stream first, Stream second) {
    return Stream.concat(first, second);
  }
}
