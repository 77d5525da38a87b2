package java.util.concurrent;

import dev.chanvet.model.Elements;
import java.util.Collection;
import java.util.Deque;

/** A queue with two ends. Kept: elements and order. */
public class ConcurrentLinkedDeque<E> extends Elements<E> implements Deque<E> {
  public ConcurrentLinkedDeque() {}

  public ConcurrentLinkedDeque(Collection<? extends E> values) {
    addAll(values);
  }
}
