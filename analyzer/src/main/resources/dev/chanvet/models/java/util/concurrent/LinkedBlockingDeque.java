package java.util.concurrent;

import dev.chanvet.model.Elements;
import dev.chanvet.model.Machine;
import java.util.Collection;

/** A queue with two ends that one can wait for. Kept: everything. */
public class LinkedBlockingDeque<E> extends Elements<E> implements BlockingDeque<E> {
  /** How many more elements there is room for. */
  private final Object room;

  /** How many elements there are. */
  private final Object filled = Machine.counter(0);

  public LinkedBlockingDeque() {
    this(Integer.MAX_VALUE);
  }

  public LinkedBlockingDeque(int capacity) {
    if (capacity <= 0) {
      throw new IllegalArgumentException();
    }
    room = Machine.counter(capacity);
  }

  public LinkedBlockingDeque(Collection<? extends E> values) {
    this(Integer.MAX_VALUE);
    addAll(values);
  }

  private void enter(boolean first, E value) {
    if (value == null) {
      throw new NullPointerException();
    }
    if (first) {
      super.addFirst(value);
    } else {
      super.addLast(value);
    }
    Machine.add(filled, 1);
  }

  private E leave(boolean first) {
    E value = Machine.remove(elements, first ? 0 : Machine.length(elements) - 1);
    Machine.add(room, 1);
    return value;
  }

  protected E removeAt(int index) {
    Machine.tryAcquire(filled, 1);
    Machine.add(room, 1);
    return super.removeAt(index);
  }

  public void putFirst(E value) throws InterruptedException {
    Machine.acquire(room, 1);
    enter(true, value);
  }

  public void putLast(E value) throws InterruptedException {
    Machine.acquire(room, 1);
    enter(false, value);
  }

  public void put(E value) throws InterruptedException {
    putLast(value);
  }

  public boolean offerFirst(E value) {
    boolean fits = Machine.tryAcquire(room, 1);
    if (fits) {
      enter(true, value);
    }
    return fits;
  }

  public boolean offerLast(E value) {
    boolean fits = Machine.tryAcquire(room, 1);
    if (fits) {
      enter(false, value);
    }
    return fits;
  }

  public boolean offer(E value) {
    return offerLast(value);
  }

  public boolean offerFirst(E value, long timeout, TimeUnit unit) throws InterruptedException {
    boolean fits = Machine.timedAcquire(room, 1);
    if (fits) {
      enter(true, value);
    }
    return fits;
  }

  public boolean offerLast(E value, long timeout, TimeUnit unit) throws InterruptedException {
    boolean fits = Machine.timedAcquire(room, 1);
    if (fits) {
      enter(false, value);
    }
    return fits;
  }

  public boolean offer(E value, long timeout, TimeUnit unit) throws InterruptedException {
    return offerLast(value, timeout, unit);
  }

  public void addFirst(E value) {
    if (!offerFirst(value)) {
      throw new IllegalStateException();
    }
  }

  public void addLast(E value) {
    if (!offerLast(value)) {
      throw new IllegalStateException();
    }
  }

  public boolean add(E value) {
    addLast(value);
    return true;
  }

  public E takeFirst() throws InterruptedException {
    Machine.acquire(filled, 1);
    return leave(true);
  }

  public E takeLast() throws InterruptedException {
    Machine.acquire(filled, 1);
    return leave(false);
  }

  public E take() throws InterruptedException {
    return takeFirst();
  }

  public E pollFirst() {
    return Machine.tryAcquire(filled, 1) ? leave(true) : null;
  }

  public E pollLast() {
    return Machine.tryAcquire(filled, 1) ? leave(false) : null;
  }

  public E poll() {
    return pollFirst();
  }

  public E pollFirst(long timeout, TimeUnit unit) throws InterruptedException {
    return Machine.timedAcquire(filled, 1) ? leave(true) : null;
  }

  public E pollLast(long timeout, TimeUnit unit) throws InterruptedException {
    return Machine.timedAcquire(filled, 1) ? leave(false) : null;
  }

  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return pollFirst(timeout, unit);
  }

  public int remainingCapacity() {
    return Machine.value(room);
  }

  public int drainTo(Collection<? super E> target) {
    return drainTo(target, Integer.MAX_VALUE);
  }

  public int drainTo(Collection<? super E> target, int most) {
    int count = 0;
    while (count < most && Machine.tryAcquire(filled, 1)) {
      target.add(leave(true));
      count++;
    }
    return count;
  }

  public void clear() {
    while (Machine.tryAcquire(filled, 1)) {
      leave(true);
    }
  }
}
