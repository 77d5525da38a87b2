package java.util.stream;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A step of a stream, which asks the step before it for one element when it is asked for one. Kept:
 * that streams are lazy.
 */
abstract class Stage<E> implements Iterator<E> {
  /** What {@link #advance} found. */
  E current;

  private boolean ready;

  /** Finds the next element and stores it; false if there is none. */
  abstract boolean advance();

  public boolean hasNext() {
    if (!ready) {
      ready = advance();
    }
    return ready;
  }

  public E next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    return current;
  }
}
