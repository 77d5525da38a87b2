package java.util;

import dev.chanvet.model.ElementList;

/** A list and deque. Kept: elements and order. */
public class LinkedList<E> extends ElementList<E> implements Deque<E> {
  public LinkedList() {}

  public LinkedList(Collection<? extends E> values) {
    super(values);
  }

  public LinkedList<E> reversed() {
    return new LinkedList<>(super.reversed());
  }
}
