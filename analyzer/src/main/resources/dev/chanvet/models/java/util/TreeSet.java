package java.util;

import dev.chanvet.model.ElementSet;
import dev.chanvet.model.Order;

/** A sorted set. Kept: elements, and their order as far as it is known. Lost: parts of it. */
public class TreeSet<E> extends ElementSet<E> {
  private final Object order;

  public TreeSet() {
    this((Comparator<? super E>) null);
  }

  public TreeSet(Collection<? extends E> values) {
    this((Comparator<? super E>) null);
    addAll(values);
  }

  public TreeSet(Comparator<? super E> order) {
    this.order = order;
  }

  public boolean add(E value) {
    boolean added = super.add(value);
    Order.sort(elements, order);
    return added;
  }

  public E first() {
    return getFirst();
  }

  public E last() {
    return getLast();
  }
}
