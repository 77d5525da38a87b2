package java.util.concurrent;

import dev.chanvet.model.ElementList;
import dev.chanvet.model.Machine;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.Consumer;

/** A list whose loops run over a copy. Kept: elements, order, the copy. */
public class CopyOnWriteArrayList<E> extends ElementList<E> {
  public CopyOnWriteArrayList() {}

  public CopyOnWriteArrayList(Collection<? extends E> values) {
    super(values);
  }

  public boolean addIfAbsent(E value) {
    return !contains(value) && add(value);
  }

  public Iterator<E> iterator() {
    return copy().iterator();
  }

  public void forEach(Consumer<? super E> action) {
    copy().forEach(action);
  }

  private ElementList<E> copy() {
    ElementList<E> copy = new ElementList<>();
    for (int i = 0; i < Machine.length(elements); i++) {
      copy.add(Machine.at(elements, i));
    }
    return copy;
  }
}
