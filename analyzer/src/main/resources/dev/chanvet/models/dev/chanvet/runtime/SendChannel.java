package dev.chanvet.runtime;

import java.time.Duration;

/** The sending end of a channel. Kept: everything; {@link Channel} has the bodies. */
public interface SendChannel<T> {
  void send(T value) throws InterruptedException;

  boolean trySend(T value);

  boolean trySend(T value, Duration timeout) throws InterruptedException;

  void close();

  int capacity();

  int size();
}
