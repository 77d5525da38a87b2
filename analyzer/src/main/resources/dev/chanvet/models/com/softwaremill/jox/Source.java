package com.softwaremill.jox;

import java.util.List;
import java.util.function.Consumer;

/** The receiving end. Kept: everything; {@link Channel} has the other bodies. */
public interface Source<T> extends CloseableChannel {
  T receive() throws InterruptedException;

  Object receiveOrClosed() throws InterruptedException;

  SelectClause<T> receiveClause();

  <U> SelectClause<U> receiveClause(Object callback);

  void forEach(Consumer<T> action) throws InterruptedException;

  List<T> toList() throws InterruptedException;
}
