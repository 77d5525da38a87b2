package java.util.concurrent;

import dev.chanvet.model.ElementSet;
import java.util.Collection;

/**
 * A set whose loops run over a copy. Kept: elements. Lost: the copy; a loop sees what is added
 * meanwhile.
 */
public class CopyOnWriteArraySet<E> extends ElementSet<E> {
  public CopyOnWriteArraySet() {}

  public CopyOnWriteArraySet(Collection<? extends E> values) {
    super(values);
  }
}
