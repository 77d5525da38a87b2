package com.softwaremill.jox;

import java.util.function.Supplier;

/** The sending end. Kept: everything; {@link Channel} has the bodies. */
public interface Sink<T> extends CloseableChannel {
  void send(T value) throws InterruptedException;

  Object sendOrClosed(T value) throws InterruptedException;

  SelectClause<Void> sendClause(T value);

  <U> SelectClause<U> sendClause(T value, Supplier<U> callback);
}
