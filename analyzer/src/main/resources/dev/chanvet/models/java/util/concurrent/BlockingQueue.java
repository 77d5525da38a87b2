package java.util.concurrent;

import java.util.Collection;
import java.util.Queue;

/** A queue that one can wait for. Kept: everything; the classes have the bodies. */
public interface BlockingQueue<E> extends Queue<E> {
  void put(E value) throws InterruptedException;

  boolean offer(E value, long timeout, TimeUnit unit) throws InterruptedException;

  E take() throws InterruptedException;

  E poll(long timeout, TimeUnit unit) throws InterruptedException;

  int remainingCapacity();

  int drainTo(Collection<? super E> target);

  int drainTo(Collection<? super E> target, int most);
}
