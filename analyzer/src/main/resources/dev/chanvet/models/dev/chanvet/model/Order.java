package dev.chanvet.model;

import java.util.Comparator;

/**
 * Puts things in order, by a comparator or by what they say of themselves. Kept: the order of what
 * is known; that a comparator is called. Lost: which of the many orders what comes from outside has:
 * it stays where it is.
 */
public final class Order {
  private Order() {}

  /** Sorts a sequence or an array. */
  public static void sort(Object elements, Object order) {
    sort(elements, null, order);
  }

  /** Sorts a sequence, and another one along with it. */
  public static void sort(Object elements, Object others, Object order) {
    for (int i = 1; i < Machine.length(elements); i++) {
      Object moved = Machine.at(elements, i);
      Object along = others == null ? null : Machine.at(others, i);
      int place = i;
      while (place > 0 && compare(Machine.at(elements, place - 1), moved, order) > 0) {
        Machine.put(elements, place, Machine.at(elements, place - 1));
        if (others != null) {
          Machine.put(others, place, Machine.at(others, place - 1));
        }
        place--;
      }
      if (place < i) {
        Machine.put(elements, place, moved);
        if (others != null) {
          Machine.put(others, place, along);
        }
      }
    }
  }

  /** Below 0, 0 or above it; 0 if that depends on what comes from outside. */
  public static int compare(Object a, Object b, Object order) {
    int result = order == null ? ((Comparable) a).compareTo(b) : (int) Machine.call(order, a, b);
    return Machine.isSettled(result) ? result : 0;
  }

  /** The first of two. */
  public static <T> T first(T a, T b, Object order) {
    return compare(a, b, order) <= 0 ? a : b;
  }

  /** The last of two. */
  public static <T> T last(T a, T b, Object order) {
    return compare(a, b, order) <= 0 ? b : a;
  }

  /** The opposite order. */
  public static <T> Comparator<T> reversed(Object order) {
    return (a, b) -> compare(b, a, order);
  }
}
