package java.util;

import dev.chanvet.model.Machine;
import dev.chanvet.model.Order;

/** An order. Kept: everything, but that what comes from outside is taken to be in order. */
public interface Comparator<T> {
  int compare(T a, T b);

  default Comparator<T> reversed() {
    return Order.reversed(this);
  }

  default Comparator<T> thenComparing(Object next) {
    return (a, b) -> {
      int result = Order.compare(a, b, this);
      return result != 0 ? result : Machine.unknown();
    };
  }

  static <T> Comparator<T> naturalOrder() {
    return (a, b) -> Order.compare(a, b, null);
  }

  static <T> Comparator<T> reverseOrder() {
    return Order.reversed(null);
  }

  static <T> Comparator<T> comparing(Object key) {
    return comparing(key, null);
  }

  static <T> Comparator<T> comparing(Object key, Object order) {
    return (a, b) -> Order.compare(Machine.call(key, a), Machine.call(key, b), order);
  }

  static <T> Comparator<T> comparingInt(Object key) {
    return comparing(key, null);
  }

  static <T> Comparator<T> comparingLong(Object key) {
    return comparing(key, null);
  }

  static <T> Comparator<T> comparingDouble(Object key) {
    return comparing(key, null);
  }
}
