package java.util;

/** Makes optional numbers, which are {@link Optional} here. Kept: as there. */
public final class OptionalInt {
  private OptionalInt() {}

  public static Optional of(int number) {
    return Optional.of(number);
  }

  public static Optional empty() {
    return Optional.empty();
  }
}
