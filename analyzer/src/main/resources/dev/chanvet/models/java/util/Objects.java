package java.util;

import dev.chanvet.model.Machine;
import java.util.function.Supplier;

/**
 * Operations on any object. Kept: null checks, of which a value from outside passes all; equality.
 * Lost: hashes, text.
 */
public final class Objects {
  private Objects() {}

  public static <T> T requireNonNull(T value) {
    if (!Machine.isKnown(value)) {
      value.getClass();
    } else if (value == null) {
      throw new NullPointerException();
    }
    return value;
  }

  public static <T> T requireNonNull(T value, Object message) {
    return requireNonNull(value);
  }

  public static <T> T requireNonNullElse(T value, T other) {
    return value != null ? value : requireNonNull(other);
  }

  public static <T> T requireNonNullElseGet(T value, Supplier<? extends T> other) {
    return value != null ? value : requireNonNull(other.get());
  }

  public static boolean isNull(Object value) {
    return value == null;
  }

  public static boolean nonNull(Object value) {
    return value != null;
  }

  public static boolean equals(Object a, Object b) {
    return Machine.equal(a, b);
  }

  public static int hash(Object... values) {
    return Machine.unknown();
  }

  public static String toString(Object value) {
    return Machine.unknown();
  }

  public static int checkIndex(int index, int length) {
    return index;
  }
}
