package java.util;

/** Makes optional numbers, which are {@link Optional} here. Kept: as there. */
public final class OptionalLong {
  private OptionalLong() {}

  public static Optional of(long number) {
    return Optional.of(number);
  }

  public static Optional empty() {
    return Optional.empty();
  }
}
