package java.lang;

import dev.chanvet.model.Machine;

/**
 * A boxed long, which the machine does not tell from an int. Kept: values, order, bounds. Lost:
 * parsing, bits, text.
 */
public final class Long extends Number {
  public static final long MIN_VALUE = 0x8000000000000000L;
  public static final long MAX_VALUE = 0x7fffffffffffffffL;

  public static Long valueOf(long value) {
    return value;
  }

  public static Long valueOf(String text) {
    return Machine.unknown();
  }

  public static long max(long a, long b) {
    return Math.max(a, b);
  }

  public static long min(long a, long b) {
    return Math.min(a, b);
  }

  public static long sum(long a, long b) {
    return a + b;
  }

  public static int compare(long a, long b) {
    return (int) (a - b);
  }

  public int compareTo(Long other) {
    return (int) (longValue() - other);
  }

  public int intValue() {
    return (int) longValue();
  }

  public long longValue() {
    return (long) (Object) this;
  }

  public float floatValue() {
    return longValue();
  }

  public double doubleValue() {
    return longValue();
  }
}
