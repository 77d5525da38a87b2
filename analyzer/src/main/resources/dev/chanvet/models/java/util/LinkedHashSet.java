package java.util;

import dev.chanvet.model.ElementSet;

/** A set. Kept: elements and order. */
public class LinkedHashSet<E> extends ElementSet<E> implements SequencedCollection<E> {
  public LinkedHashSet() {}

  public LinkedHashSet(int capacity) {}

  public LinkedHashSet(int capacity, float load) {}

  public LinkedHashSet(Collection<? extends E> values) {
    super(values);
  }
}
