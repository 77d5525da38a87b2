package dev.chanvet.model;

import java.util.ListIterator;
import java.util.NoSuchElementException;

/**
 * Runs over the elements of a collection by index. Kept: elements added or removed meanwhile are
 * seen.
 */
public final class ElementIterator<E> implements ListIterator<E> {
  private final Elements<E> source;
  private int index;
  private int last = -1;

  ElementIterator(Elements<E> source, int index) {
    this.source = source;
    this.index = index;
  }

  public boolean hasNext() {
    return index < Machine.length(source.elements);
  }

  public E next() {
    if (index >= Machine.length(source.elements)) {
      throw new NoSuchElementException();
    }
    last = index;
    index++;
    return Machine.at(source.elements, last);
  }

  public void remove() {
    if (last < 0) {
      throw new IllegalStateException();
    }
    source.removeAt(last);
    index = last;
    last = -1;
  }

  public boolean hasPrevious() {
    return index > 0;
  }

  public E previous() {
    index--;
    last = index;
    return Machine.at(source.elements, last);
  }

  public int nextIndex() {
    return index;
  }

  public int previousIndex() {
    return index - 1;
  }

  public void set(E value) {
    Machine.put(source.elements, last, value);
  }

  public void add(E value) {
    Machine.insert(source.elements, index, value);
    index++;
    last = -1;
  }
}
