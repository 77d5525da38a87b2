package java.util;

import dev.chanvet.model.ElementSet;

/** A set. Kept: elements. Lost: their order, which is that of insertion. */
public class HashSet<E> extends ElementSet<E> {
  public HashSet() {}

  public HashSet(int capacity) {}

  public HashSet(int capacity, float load) {}

  public HashSet(Collection<? extends E> values) {
    super(values);
  }
}
