package java.util;

/** A collection with a first and a last element. Kept: everything; the classes have the bodies. */
public interface SequencedCollection<E> extends Collection<E> {
  E getFirst();

  E getLast();

  E removeFirst();

  E removeLast();

  void addFirst(E value);

  void addLast(E value);
}
