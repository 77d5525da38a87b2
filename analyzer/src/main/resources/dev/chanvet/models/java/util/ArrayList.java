package java.util;

import dev.chanvet.model.ElementList;

/** A list. Kept: elements and order. */
public class ArrayList<E> extends ElementList<E> implements RandomAccess {
  public ArrayList() {}

  public ArrayList(int capacity) {}

  public ArrayList(Collection<? extends E> values) {
    super(values);
  }
}
