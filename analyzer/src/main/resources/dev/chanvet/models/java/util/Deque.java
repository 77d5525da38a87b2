package java.util;

/** A queue with two ends. Kept: everything; the classes have the bodies. */
public interface Deque<E> extends Queue<E>, SequencedCollection<E> {
  boolean offerFirst(E value);

  boolean offerLast(E value);

  E pollFirst();

  E pollLast();

  E peekFirst();

  E peekLast();

  void push(E value);

  E pop();

  boolean removeFirstOccurrence(Object value);

  Iterator<E> descendingIterator();
}
