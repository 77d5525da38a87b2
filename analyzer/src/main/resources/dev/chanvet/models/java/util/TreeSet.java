package java.util;

import dev.chanvet.model.ElementSet;

/** A sorted set. Kept: elements. Lost: their order, which is that of insertion; parts of it. */
public class TreeSet<E> extends ElementSet<E> {
  public TreeSet() {}

  public TreeSet(Collection<? extends E> values) {
    super(values);
  }

  public TreeSet(Comparator<? super E> order) {}

  public E first() {
    return getFirst();
  }

  public E last() {
    return getLast();
  }
}
