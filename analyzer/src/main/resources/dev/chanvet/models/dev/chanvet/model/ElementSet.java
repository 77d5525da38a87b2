package dev.chanvet.model;

import java.util.Collection;
import java.util.Set;

/**
 * What all sets are made of: {@link Elements} without equal ones, in the order of insertion. Kept:
 * as there. Lost: other orders.
 */
public class ElementSet<E> extends Elements<E> implements Set<E> {
  public ElementSet() {}

  public ElementSet(Collection<? extends E> values) {
    addAll(values);
  }

  public boolean add(E value) {
    if (Machine.indexOf(elements, value) >= 0) {
      return false;
    }
    Machine.append(elements, value);
    return true;
  }
}
