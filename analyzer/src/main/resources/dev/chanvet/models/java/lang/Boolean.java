package java.lang;

import dev.chanvet.model.Machine;

/**
 * A boxed boolean, which the machine does not tell from a boolean. Kept: values. Lost: parsing,
 * text.
 */
public final class Boolean {
  public static final Boolean TRUE = true;
  public static final Boolean FALSE = false;

  public static Boolean valueOf(boolean value) {
    return value;
  }

  public static Boolean valueOf(String text) {
    return Machine.unknown();
  }

  public static boolean parseBoolean(String text) {
    return Machine.unknown();
  }

  public static boolean logicalAnd(boolean a, boolean b) {
    return a & b;
  }

  public static boolean logicalOr(boolean a, boolean b) {
    return a | b;
  }

  public static boolean logicalXor(boolean a, boolean b) {
    return a ^ b;
  }

  public boolean booleanValue() {
    return (boolean) (Object) this;
  }
}
