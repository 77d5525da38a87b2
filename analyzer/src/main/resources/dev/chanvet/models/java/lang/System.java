package java.lang;

import dev.chanvet.model.Machine;

/**
 * The program and its surroundings. Kept: the end of the program, copies of arrays. Lost: clocks,
 * properties.
 */
public final class System {
  private System() {}

  public static void exit(int status) {
    Machine.exit();
  }

  public static void arraycopy(Object source, int from, Object target, int to, int length) {
    Object[] read = (Object[]) source;
    Object[] written = (Object[]) target;
    for (int i = 0; i < length; i++) {
      written[to + i] = read[from + i];
    }
  }
}
