package java.util;

import dev.chanvet.model.ElementSet;
import dev.chanvet.model.Machine;

/**
 * A set of enum constants. Kept: elements that are named. Lost: sets of all constants and
 * complements.
 */
public class EnumSet<E> extends ElementSet<E> {
  public static <E> EnumSet<E> noneOf(Class<E> type) {
    return new EnumSet<>();
  }

  public static <E> EnumSet<E> allOf(Class<E> type) {
    return Machine.unknown();
  }

  public static <E> EnumSet<E> of(E first, E... rest) {
    EnumSet<E> set = new EnumSet<>();
    set.add(first);
    for (E element : rest) {
      set.add(element);
    }
    return set;
  }

  public static <E> EnumSet<E> copyOf(Collection<E> values) {
    EnumSet<E> set = new EnumSet<>();
    set.addAll(values);
    return set;
  }
}
