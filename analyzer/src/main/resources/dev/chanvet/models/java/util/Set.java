package java.util;

import dev.chanvet.model.ElementSet;

/** A set. Kept: elements. Lost: that some sets cannot be changed. */
public interface Set<E> extends Collection<E> {
  static <E> Set<E> of(E... elements) {
    Set<E> set = new ElementSet<>();
    for (E element : elements) {
      set.add(element);
    }
    return set;
  }

  static <E> Set<E> copyOf(Collection<? extends E> values) {
    return new ElementSet<>(values);
  }
}
