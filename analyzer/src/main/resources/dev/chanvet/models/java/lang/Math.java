package java.lang;

import dev.chanvet.model.Machine;

/**
 * Arithmetic. Kept: what counts goroutines and values: minimum, maximum, sums. Lost: overflow,
 * floating point.
 */
public final class Math {
  private Math() {}

  public static int max(int a, int b) {
    return (int) max((long) a, (long) b);
  }

  public static long max(long a, long b) {
    if (Machine.isKnown(a) && Machine.isKnown(b)) {
      return a >= b ? a : b;
    }
    return Machine.unknown();
  }

  public static int min(int a, int b) {
    return (int) min((long) a, (long) b);
  }

  public static long min(long a, long b) {
    if (Machine.isKnown(a) && Machine.isKnown(b)) {
      return a <= b ? a : b;
    }
    return Machine.unknown();
  }

  public static int abs(int a) {
    if (Machine.isKnown(a)) {
      return a < 0 ? -a : a;
    }
    return Machine.unknown();
  }

  public static long abs(long a) {
    if (Machine.isKnown(a)) {
      return a < 0 ? -a : a;
    }
    return Machine.unknown();
  }

  public static int addExact(int a, int b) {
    return a + b;
  }

  public static int incrementExact(int a) {
    return a + 1;
  }

  public static int decrementExact(int a) {
    return a - 1;
  }

  public static int toIntExact(long a) {
    return (int) a;
  }

  public static int ceilDiv(int a, int b) {
    return (a + b - 1) / b;
  }

  public static int floorMod(int a, int b) {
    return a % b;
  }
}
