package dev.chanvet.model;

import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What most blocking queues are made of: a channel that is never closed. Kept: capacity, blocking,
 * order, hand-over. Lost: how long a timeout is.
 */
public class ChannelQueue<E> implements BlockingQueue<E> {
  /** The machine's channel. */
  protected final Object core;

  /** A capacity that the program's text does not tell never runs out. */
  public ChannelQueue(int capacity) {
    core = Machine.channel(Machine.isKnown(capacity) ? capacity : Integer.MAX_VALUE);
  }

  public void put(E value) throws InterruptedException {
    Machine.send(core, value);
  }

  public boolean offer(E value) {
    return Machine.trySend(core, value);
  }

  public boolean offer(E value, long timeout, TimeUnit unit) throws InterruptedException {
    return TimedArm.send(core, value);
  }

  public boolean add(E value) {
    if (!offer(value)) {
      throw new IllegalStateException();
    }
    return true;
  }

  public boolean addAll(Collection<? extends E> values) {
    for (E value : values) {
      add(value);
    }
    return true;
  }

  public E take() throws InterruptedException {
    return Machine.receive(core);
  }

  public E poll() {
    return Machine.tryReceive(core);
  }

  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return TimedArm.receive(core);
  }

  public E peek() {
    return Machine.peek(core);
  }

  public E remove() {
    E value = poll();
    if (value == null) {
      throw new NoSuchElementException();
    }
    return value;
  }

  public E element() {
    E value = peek();
    if (value == null) {
      throw new NoSuchElementException();
    }
    return value;
  }

  public int size() {
    return Machine.size(core);
  }

  public boolean isEmpty() {
    return Machine.size(core) == 0;
  }

  public int remainingCapacity() {
    return Machine.capacity(core) - Machine.size(core);
  }

  public int drainTo(Collection<? super E> target) {
    return drainTo(target, Integer.MAX_VALUE);
  }

  public int drainTo(Collection<? super E> target, int most) {
    int count = 0;
    while (count < most && Machine.size(core) > 0) {
      target.add(poll());
      count++;
    }
    return count;
  }

  public void clear() {
    while (Machine.size(core) > 0) {
      poll();
    }
  }

  /** Takes everything out and puts back what is to stay. */
  private ElementList<E> keep(Predicate<? super E> condition) {
    ElementList<E> all = new ElementList<>();
    drainTo(all);
    for (E value : all) {
      if (condition.test(value)) {
        Machine.trySend(core, value);
      }
    }
    return all;
  }

  private ElementList<E> snapshot() {
    return keep(value -> true);
  }

  public boolean contains(Object value) {
    return snapshot().contains(value);
  }

  public boolean containsAll(Collection<?> values) {
    return snapshot().containsAll(values);
  }

  public boolean remove(Object value) {
    ElementList<E> all = new ElementList<>();
    drainTo(all);
    boolean removed = all.remove(value);
    addAll(all);
    return removed;
  }

  public boolean removeIf(Predicate<? super E> condition) {
    int before = size();
    keep(value -> !condition.test(value));
    return size() < before;
  }

  public boolean removeAll(Collection<?> values) {
    return removeIf(values::contains);
  }

  public boolean retainAll(Collection<?> values) {
    return removeIf(value -> !values.contains(value));
  }

  public Iterator<E> iterator() {
    return snapshot().iterator();
  }

  public Object[] toArray() {
    return snapshot().toArray();
  }

  public <T> T[] toArray(Object arrayOrGenerator) {
    return (T[]) toArray();
  }
}
