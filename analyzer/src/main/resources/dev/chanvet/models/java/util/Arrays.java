package java.util;

import dev.chanvet.model.ArrayIterator;
import dev.chanvet.model.Order;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Operations on arrays. Kept: elements. Lost: that a list made of an array writes to it.
 */
public final class Arrays {
  private Arrays() {}

  public static <T> List<T> asList(T... elements) {
    return List.of(elements);
  }

  public static <T> Stream<T> stream(Object array) {
    return new Stream<>(new ArrayIterator<>(array));
  }

  public static <T> Stream<T> stream(Object array, int from, int to) {
    return Arrays.<T>stream(array).skip(from).limit(to - from);
  }

  public static void fill(Object array, Object value) {
    Object[] filled = (Object[]) array;
    for (int i = 0; i < filled.length; i++) {
      filled[i] = value;
    }
  }

  public static <T> void setAll(T[] array, IntFunction<? extends T> generator) {
    for (int i = 0; i < array.length; i++) {
      array[i] = generator.apply(i);
    }
  }

  public static <T> T[] copyOf(T[] array, int length) {
    return copyOfRange(array, 0, length);
  }

  public static <T> T[] copyOfRange(T[] array, int from, int to) {
    Object[] copy = new Object[to - from];
    for (int i = from; i < to && i < array.length; i++) {
      copy[i - from] = array[i];
    }
    return (T[]) copy;
  }

  public static void sort(Object array) {
    Order.sort(array, null);
  }

  public static <T> void sort(T[] array, Comparator<? super T> order) {
    Order.sort(array, order);
  }
}
