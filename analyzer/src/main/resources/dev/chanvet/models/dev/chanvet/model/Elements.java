package dev.chanvet.model;

import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What all collections are made of: the elements in order, with the operations of collections,
 * queues and deques. Kept: which elements, how many, in what order. Lost: capacity, equality by a
 * user's {@code equals}, and the exceptions for changes while iterating or of what cannot be
 * changed.
 */
public class Elements<E> implements Collection<E> {
  /** The machine's sequence. */
  public Object elements;

  public Elements() {
    elements = Machine.sequence();
  }

  /** Removes one element; views remove it from what they show. */
  protected E removeAt(int index) {
    return Machine.remove(elements, index);
  }

  public int size() {
    return Machine.length(elements);
  }

  public boolean isEmpty() {
    return Machine.length(elements) == 0;
  }

  public boolean contains(Object value) {
    return Machine.indexOf(elements, value) >= 0;
  }

  public boolean containsAll(Collection<?> values) {
    for (Object value : values) {
      if (!contains(value)) {
        return false;
      }
    }
    return true;
  }

  public boolean add(E value) {
    Machine.append(elements, value);
    return true;
  }

  public boolean addAll(Collection<? extends E> values) {
    boolean changed = false;
    for (E value : values) {
      changed = add(value) | changed;
    }
    return changed;
  }

  public boolean remove(Object value) {
    int index = Machine.indexOf(elements, value);
    if (index < 0) {
      return false;
    }
    removeAt(index);
    return true;
  }

  public boolean removeIf(Predicate<? super E> condition) {
    boolean changed = false;
    int index = 0;
    while (index < Machine.length(elements)) {
      if (condition.test(Machine.at(elements, index))) {
        removeAt(index);
        changed = true;
      } else {
        index++;
      }
    }
    return changed;
  }

  public boolean removeAll(Collection<?> values) {
    return removeIf(values::contains);
  }

  public boolean retainAll(Collection<?> values) {
    return removeIf(value -> !values.contains(value));
  }

  public void clear() {
    Machine.clear(elements);
  }

  public Iterator<E> iterator() {
    return new ElementIterator<>(this, 0);
  }

  public void forEach(Consumer<? super E> action) {
    for (int i = 0; i < Machine.length(elements); i++) {
      action.accept(Machine.at(elements, i));
    }
  }

  public Object[] toArray() {
    Object[] array = new Object[Machine.length(elements)];
    for (int i = 0; i < array.length; i++) {
      array[i] = Machine.at(elements, i);
    }
    return array;
  }

  public <T> T[] toArray(Object arrayOrGenerator) {
    return (T[]) toArray();
  }

  public E getFirst() {
    requireElement();
    return Machine.at(elements, 0);
  }

  public E getLast() {
    requireElement();
    return Machine.at(elements, Machine.length(elements) - 1);
  }

  public E removeFirst() {
    requireElement();
    return removeAt(0);
  }

  public E removeLast() {
    requireElement();
    return removeAt(Machine.length(elements) - 1);
  }

  private void requireElement() {
    if (isEmpty()) {
      throw new NoSuchElementException();
    }
  }

  public void addFirst(E value) {
    Machine.insert(elements, 0, value);
  }

  public void addLast(E value) {
    Machine.append(elements, value);
  }

  public boolean offer(E value) {
    return add(value);
  }

  public boolean offerFirst(E value) {
    addFirst(value);
    return true;
  }

  public boolean offerLast(E value) {
    addLast(value);
    return true;
  }

  public E remove() {
    return removeFirst();
  }

  public E poll() {
    return isEmpty() ? null : removeAt(0);
  }

  public E pollFirst() {
    return poll();
  }

  public E pollLast() {
    return isEmpty() ? null : removeAt(Machine.length(elements) - 1);
  }

  public E element() {
    return getFirst();
  }

  public E peek() {
    return isEmpty() ? null : Machine.at(elements, 0);
  }

  public E peekFirst() {
    return peek();
  }

  public E peekLast() {
    return isEmpty() ? null : Machine.at(elements, Machine.length(elements) - 1);
  }

  public void push(E value) {
    addFirst(value);
  }

  public E pop() {
    return removeFirst();
  }

  public boolean removeFirstOccurrence(Object value) {
    return remove(value);
  }

  public Iterator<E> descendingIterator() {
    return new ElementList<E>(this).reversed().iterator();
  }
}
