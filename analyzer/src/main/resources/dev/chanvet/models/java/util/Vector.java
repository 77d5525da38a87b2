package java.util;

import dev.chanvet.model.ElementList;

/** A list. Kept: elements and order. Lost: its lock; each operation is one step. */
public class Vector<E> extends ElementList<E> implements RandomAccess {
  public Vector() {}

  public Vector(int capacity) {}

  public Vector(Collection<? extends E> values) {
    super(values);
  }

  public void addElement(E value) {
    add(value);
  }

  public E elementAt(int index) {
    return get(index);
  }

  public E firstElement() {
    return getFirst();
  }

  public E lastElement() {
    return getLast();
  }

  public boolean removeElement(Object value) {
    return remove(value);
  }

  public void removeAllElements() {
    clear();
  }
}
