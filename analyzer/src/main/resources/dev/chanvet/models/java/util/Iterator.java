package java.util;

import java.util.function.Consumer;

/** Runs over elements. Kept: everything. */
public interface Iterator<E> {
  boolean hasNext();

  E next();

  default void remove() {
    throw new UnsupportedOperationException();
  }

  default void forEachRemaining(Consumer<? super E> action) {
    while (hasNext()) {
      action.accept(next());
    }
  }
}
