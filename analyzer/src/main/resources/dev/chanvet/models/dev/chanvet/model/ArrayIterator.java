package dev.chanvet.model;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Runs over an array or a machine's sequence. Kept: everything. */
public final class ArrayIterator<E> implements Iterator<E> {
  private final Object array;
  private int index;

  public ArrayIterator(Object array) {
    this.array = array;
  }

  public boolean hasNext() {
    return index < Machine.length(array);
  }

  public E next() {
    if (index >= Machine.length(array)) {
      throw new NoSuchElementException();
    }
    E value = Machine.at(array, index);
    index++;
    return value;
  }
}
