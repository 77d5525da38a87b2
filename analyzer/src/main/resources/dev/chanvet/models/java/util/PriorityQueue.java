package java.util;

import dev.chanvet.model.Elements;
import dev.chanvet.model.Order;

/** A queue by priority. Kept: elements, and their order as far as it is known. */
public class PriorityQueue<E> extends Elements<E> implements Queue<E> {
  private final Object order;

  public PriorityQueue() {
    this((Comparator<? super E>) null);
  }

  public PriorityQueue(int capacity) {
    this((Comparator<? super E>) null);
  }

  public PriorityQueue(int capacity, Comparator<? super E> order) {
    this(order);
  }

  public PriorityQueue(Comparator<? super E> order) {
    this.order = order;
  }

  public PriorityQueue(Collection<? extends E> values) {
    this((Comparator<? super E>) null);
    addAll(values);
  }

  public boolean add(E value) {
    super.add(value);
    Order.sort(elements, order);
    return true;
  }

  public boolean offer(E value) {
    return add(value);
  }
}
