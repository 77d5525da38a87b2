package java.util;

import dev.chanvet.model.ElementSet;
import dev.chanvet.model.Order;

/**
 * Operations on collections. Kept: elements. Lost: wrappers' locks and refusals; order after
 * shuffling.
 */
public final class Collections {
  private Collections() {}

  public static <T> List<T> emptyList() {
    return List.of();
  }

  public static <T> Set<T> emptySet() {
    return Set.of();
  }

  public static <K, V> Map<K, V> emptyMap() {
    return Map.of();
  }

  public static <T> Iterator<T> emptyIterator() {
    return Collections.<T>emptyList().iterator();
  }

  public static <T> List<T> singletonList(T element) {
    return List.of(element);
  }

  public static <T> Set<T> singleton(T element) {
    return Set.of(element);
  }

  public static <K, V> Map<K, V> singletonMap(K key, V value) {
    return Map.of(key, value);
  }

  public static <T> List<T> nCopies(int count, T element) {
    List<T> copies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      copies.add(element);
    }
    return copies;
  }

  public static <T> boolean addAll(Collection<? super T> target, T... elements) {
    return target.addAll(List.of(elements));
  }

  public static <E> Set<E> newSetFromMap(Map<E, Boolean> map) {
    return new ElementSet<>();
  }

  public static void reverse(List<?> list) {
    List backwards = list.reversed();
    list.clear();
    list.addAll(backwards);
  }

  public static void swap(List<?> list, int i, int j) {
    List raw = list;
    raw.set(i, raw.set(j, raw.get(i)));
  }

  public static void sort(List<?> list) {
    list.sort(null);
  }

  public static void sort(List<?> list, Comparator<?> order) {
    list.sort(order);
  }

  public static <T> T min(Collection<? extends T> values) {
    return min(values, null);
  }

  public static <T> T min(Collection<? extends T> values, Object order) {
    Iterator<? extends T> all = values.iterator();
    T first = all.next();
    while (all.hasNext()) {
      first = Order.first(first, all.next(), order);
    }
    return first;
  }

  public static <T> T max(Collection<? extends T> values) {
    return max(values, null);
  }

  public static <T> T max(Collection<? extends T> values, Object order) {
    Iterator<? extends T> all = values.iterator();
    T last = all.next();
    while (all.hasNext()) {
      last = Order.last(last, all.next(), order);
    }
    return last;
  }

  public static <T> Comparator<T> reverseOrder() {
    return Order.reversed(null);
  }

  public static <T> Comparator<T> reverseOrder(Comparator<T> order) {
    return Order.reversed(order);
  }

  public static void shuffle(List<?> list) {}

  public static <T> Collection<T> synchronizedCollection(Collection<T> wrapped) {
    return wrapped;
  }

  public static <T> Collection<T> unmodifiableCollection(Collection<T> wrapped) {
    return wrapped;
  }

  public static <T> List<T> synchronizedList(List<T> wrapped) {
    return wrapped;
  }

  public static <T> List<T> unmodifiableList(List<T> wrapped) {
    return wrapped;
  }

  public static <T> Set<T> synchronizedSet(Set<T> wrapped) {
    return wrapped;
  }

  public static <T> Set<T> unmodifiableSet(Set<T> wrapped) {
    return wrapped;
  }

  public static <K, V> Map<K, V> synchronizedMap(Map<K, V> wrapped) {
    return wrapped;
  }

  public static <K, V> Map<K, V> unmodifiableMap(Map<K, V> wrapped) {
    return wrapped;
  }

  public static <T> Set<T> synchronizedSortedSet(Set<T> wrapped) {
    return wrapped;
  }

  public static <T> Set<T> unmodifiableSortedSet(Set<T> wrapped) {
    return wrapped;
  }

  public static <K, V> Map<K, V> synchronizedSortedMap(Map<K, V> wrapped) {
    return wrapped;
  }

  public static <K, V> Map<K, V> unmodifiableSortedMap(Map<K, V> wrapped) {
    return wrapped;
  }

  public static <K, V> Map<K, V> synchronizedNavigableMap(Map<K, V> wrapped) {
    return wrapped;
  }

  public static <K, V> Map<K, V> unmodifiableNavigableMap(Map<K, V> wrapped) {
    return wrapped;
  }
}
