package java.util;

/** A list used from its end. Kept: elements and order. */
public class Stack<E> extends Vector<E> {
  public void push(E value) {
    add(value);
  }

  public E pop() {
    if (isEmpty()) {
      throw new EmptyStackException();
    }
    return removeLast();
  }

  public E peek() {
    if (isEmpty()) {
      throw new EmptyStackException();
    }
    return getLast();
  }

  public boolean empty() {
    return isEmpty();
  }
}
