package java.util;

/** Makes optional numbers, which are {@link Optional} here. Kept: as there. */
public final class OptionalDouble {
  private OptionalDouble() {}

  public static Optional of(double number) {
    return Optional.of(number);
  }

  public static Optional empty() {
    return Optional.empty();
  }
}
