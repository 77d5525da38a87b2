package java.util;

/** A queue. Kept: everything; the classes have the bodies. */
public interface Queue<E> extends Collection<E> {
  boolean offer(E value);

  E remove();

  E poll();

  E element();

  E peek();
}
