package dev.chanvet.model;

import java.util.Collection;
import java.util.List;
import java.util.ListIterator;
import java.util.function.UnaryOperator;

/**
 * What all lists are made of: {@link Elements} with an index. Kept: as there, and what is known of an
 * order. Lost: as there.
 */
public class ElementList<E> extends Elements<E> implements List<E> {
  public ElementList() {}

  public ElementList(Collection<? extends E> values) {
    addAll(values);
  }

  public E get(int index) {
    return Machine.at(elements, index);
  }

  public E set(int index, E value) {
    E before = Machine.at(elements, index);
    Machine.put(elements, index, value);
    return before;
  }

  public void add(int index, E value) {
    Machine.insert(elements, index, value);
  }

  public boolean addAll(int index, Collection<? extends E> values) {
    int at = index;
    for (E value : values) {
      Machine.insert(elements, at, value);
      at++;
    }
    return at > index;
  }

  public E remove(int index) {
    return removeAt(index);
  }

  public int indexOf(Object value) {
    return Machine.indexOf(elements, value);
  }

  public int lastIndexOf(Object value) {
    for (int i = Machine.length(elements) - 1; i >= 0; i--) {
      if (Machine.equal(Machine.at(elements, i), value)) {
        return i;
      }
    }
    return -1;
  }

  public void replaceAll(UnaryOperator<E> operator) {
    for (int i = 0; i < Machine.length(elements); i++) {
      Machine.put(elements, i, operator.apply(Machine.at(elements, i)));
    }
  }

  public void sort(Object order) {
    Order.sort(elements, order);
  }

  public ListIterator<E> listIterator() {
    return new ElementIterator<>(this, 0);
  }

  public ListIterator<E> listIterator(int index) {
    return new ElementIterator<>(this, index);
  }

  public List<E> subList(int from, int to) {
    List<E> part = new ElementList<>();
    for (int i = from; i < to; i++) {
      part.add(Machine.at(elements, i));
    }
    return part;
  }

  public List<E> reversed() {
    List<E> backwards = new ElementList<>();
    for (int i = Machine.length(elements) - 1; i >= 0; i--) {
      backwards.add(Machine.at(elements, i));
    }
    return backwards;
  }
}
