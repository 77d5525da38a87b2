package java.util.stream;

/** Makes streams of numbers, which are {@link Stream} here. Kept: as there. */
public final class DoubleStream {
  private DoubleStream() {}

  public static Stream of(double... numbers) {
    return java.util.Arrays.stream(numbers);
  }

  public static Stream empty() {
    return Stream.empty();
  }

  public static Stream iterate(double seed, Object function) {
    return Stream.iterate(seed, function);
  }

  public static Stream iterate(double seed, Object condition, Object function) {
    return Stream.iterate(seed, condition, function);
  }

  public static Stream generate(Object supplier) {
    return Stream.generate(supplier);
  }

  public static Stream concat(Stream first, Stream second) {
    return Stream.concat(first, second);
  }
}
