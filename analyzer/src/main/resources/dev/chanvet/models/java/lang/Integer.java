package java.lang;

import dev.chanvet.model.Machine;

/**
 * A boxed int, which the machine does not tell from an int. Kept: values, order, bounds. Lost:
 * parsing, bits, text.
 */
public final class Integer extends Number {
  public static final int MIN_VALUE = 0x80000000;
  public static final int MAX_VALUE = 0x7fffffff;

  public static Integer valueOf(int value) {
    return value;
  }

  public static Integer valueOf(String text) {
    return Machine.unknown();
  }

  public static int max(int a, int b) {
    return Math.max(a, b);
  }

  public static int min(int a, int b) {
    return Math.min(a, b);
  }

  public static int sum(int a, int b) {
    return a + b;
  }

  public static int compare(int a, int b) {
    return a - b;
  }

  public int compareTo(Integer other) {
    return intValue() - other;
  }

  public int intValue() {
    return (int) (Object) this;
  }

  public long longValue() {
    return intValue();
  }

  public float floatValue() {
    return intValue();
  }

  public double doubleValue() {
    return intValue();
  }
}
