package java.util;

import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A collection; {@code dev.chanvet.model.Elements} has the bodies of the library's own. Kept:
 * everything but spliterators.
 */
public interface Collection<E> extends Iterable<E> {
  int size();

  boolean isEmpty();

  boolean contains(Object value);

  boolean containsAll(Collection<?> values);

  boolean add(E value);

  boolean addAll(Collection<? extends E> values);

  boolean remove(Object value);

  boolean removeAll(Collection<?> values);

  boolean retainAll(Collection<?> values);

  void clear();

  Object[] toArray();

  <T> T[] toArray(Object arrayOrGenerator);

  default boolean removeIf(Predicate<? super E> condition) {
    boolean changed = false;
    Iterator<E> all = iterator();
    while (all.hasNext()) {
      if (condition.test(all.next())) {
        all.remove();
        changed = true;
      }
    }
    return changed;
  }

  default Stream<E> stream() {
    return new Stream<>(iterator());
  }

  default Stream<E> parallelStream() {
    return stream().parallel();
  }
}
