package java.util.concurrent;

import java.util.Deque;

/** A queue with two ends that one can wait for. Kept: everything; the class has the bodies. */
public interface BlockingDeque<E> extends BlockingQueue<E>, Deque<E> {
  void putFirst(E value) throws InterruptedException;

  void putLast(E value) throws InterruptedException;

  boolean offerFirst(E value, long timeout, TimeUnit unit) throws InterruptedException;

  boolean offerLast(E value, long timeout, TimeUnit unit) throws InterruptedException;

  E takeFirst() throws InterruptedException;

  E takeLast() throws InterruptedException;

  E pollFirst(long timeout, TimeUnit unit) throws InterruptedException;

  E pollLast(long timeout, TimeUnit unit) throws InterruptedException;
}
