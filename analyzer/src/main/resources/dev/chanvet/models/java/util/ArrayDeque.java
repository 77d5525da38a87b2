package java.util;

import dev.chanvet.model.Elements;

/** A queue with two ends. Kept: elements and order. */
public class ArrayDeque<E> extends Elements<E> implements Deque<E> {
  public ArrayDeque() {}

  public ArrayDeque(int capacity) {}

  public ArrayDeque(Collection<? extends E> values) {
    addAll(values);
  }
}
