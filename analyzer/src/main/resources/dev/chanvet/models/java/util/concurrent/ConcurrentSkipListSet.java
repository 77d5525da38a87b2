package java.util.concurrent;

import dev.chanvet.model.ElementSet;
import java.util.Collection;

/** A sorted set. Kept: elements. Lost: their order, which is that of insertion. */
public class ConcurrentSkipListSet<E> extends ElementSet<E> {
  public ConcurrentSkipListSet() {}

  public ConcurrentSkipListSet(Collection<? extends E> values) {
    super(values);
  }

  public E first() {
    return getFirst();
  }

  public E last() {
    return getLast();
  }
}
