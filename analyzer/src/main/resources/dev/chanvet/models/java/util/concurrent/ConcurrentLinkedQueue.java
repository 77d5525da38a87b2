package java.util.concurrent;

import dev.chanvet.model.Elements;
import java.util.Collection;
import java.util.Queue;

/** A queue without a bound. Kept: elements and order. */
public class ConcurrentLinkedQueue<E> extends Elements<E> implements Queue<E> {
  public ConcurrentLinkedQueue() {}

  public ConcurrentLinkedQueue(Collection<? extends E> values) {
    addAll(values);
  }
}
