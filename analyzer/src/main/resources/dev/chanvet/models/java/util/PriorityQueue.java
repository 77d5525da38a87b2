package java.util;

import dev.chanvet.model.Elements;

/**
 * A queue by priority. Kept: which elements it has. Lost: their order, which is that of insertion.
 */
public class PriorityQueue<E> extends Elements<E> implements Queue<E> {
  public PriorityQueue() {}

  public PriorityQueue(int capacity) {}

  public PriorityQueue(int capacity, Comparator<? super E> order) {}

  public PriorityQueue(Comparator<? super E> order) {}

  public PriorityQueue(Collection<? extends E> values) {
    addAll(values);
  }
}
