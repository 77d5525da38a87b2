package java.util.concurrent;

import dev.chanvet.model.Elements;
import dev.chanvet.model.Machine;
import dev.chanvet.model.TimedArm;
import java.util.Collection;

/** A queue with two ends that one can wait for. Kept: everything. */
public class LinkedBlockingDeque<E> extends Elements<E> implements BlockingDeque<E> {
  /** Carries a token for each element: who puts and who takes wait there. */
  private final Object tokens;

  public LinkedBlockingDeque() {
    this(Integer.MAX_VALUE);
  }

  public LinkedBlockingDeque(int capacity) {
    if (Machine.isKnown(capacity) && capacity <= 0) {
      throw new IllegalArgumentException();
    }
    tokens = Machine.channel(Machine.isKnown(capacity) ? capacity : Integer.MAX_VALUE);
  }

  public LinkedBlockingDeque(Collection<? extends E> values) {
    this(Integer.MAX_VALUE);
    addAll(values);
  }

  private void enter(boolean first, E value) {
    if (first) {
      super.addFirst(value);
    } else {
      super.addLast(value);
    }
  }

  private E leave(boolean first) {
    return Machine.remove(elements, first ? 0 : Machine.length(elements) - 1);
  }

  protected E removeAt(int index) {
    Machine.tryReceive(tokens);
    return super.removeAt(index);
  }

  private static void check(Object value) {
    if (value == null) {
      throw new NullPointerException();
    }
  }

  public void putFirst(E value) throws InterruptedException {
    check(value);
    Machine.send(tokens, true);
    enter(true, value);
  }

  public void putLast(E value) throws InterruptedException {
    check(value);
    Machine.send(tokens, true);
    enter(false, value);
  }

  public void put(E value) throws InterruptedException {
    putLast(value);
  }

  public boolean offerFirst(E value) {
    check(value);
    boolean fits = Machine.trySend(tokens, true);
    if (fits) {
      enter(true, value);
    }
    return fits;
  }

  public boolean offerLast(E value) {
    check(value);
    boolean fits = Machine.trySend(tokens, true);
    if (fits) {
      enter(false, value);
    }
    return fits;
  }

  public boolean offer(E value) {
    return offerLast(value);
  }

  public boolean offerFirst(E value, long timeout, TimeUnit unit) throws InterruptedException {
    check(value);
    boolean fits = TimedArm.send(tokens, true);
    if (fits) {
      enter(true, value);
    }
    return fits;
  }

  public boolean offerLast(E value, long timeout, TimeUnit unit) throws InterruptedException {
    check(value);
    boolean fits = TimedArm.send(tokens, true);
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
    Machine.receive(tokens);
    return leave(true);
  }

  public E takeLast() throws InterruptedException {
    Machine.receive(tokens);
    return leave(false);
  }

  public E take() throws InterruptedException {
    return takeFirst();
  }

  public E pollFirst() {
    return Machine.tryReceive(tokens) != null ? leave(true) : null;
  }

  public E pollLast() {
    return Machine.tryReceive(tokens) != null ? leave(false) : null;
  }

  public E poll() {
    return pollFirst();
  }

  public E pollFirst(long timeout, TimeUnit unit) throws InterruptedException {
    return TimedArm.receive(tokens) != null ? leave(true) : null;
  }

  public E pollLast(long timeout, TimeUnit unit) throws InterruptedException {
    return TimedArm.receive(tokens) != null ? leave(false) : null;
  }

  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return pollFirst(timeout, unit);
  }

  public int remainingCapacity() {
    return Machine.capacity(tokens) - Machine.size(tokens);
  }

  public int drainTo(Collection<? super E> target) {
    return drainTo(target, Integer.MAX_VALUE);
  }

  public int drainTo(Collection<? super E> target, int most) {
    int count = 0;
    while (count < most && Machine.tryReceive(tokens) != null) {
      target.add(leave(true));
      count++;
    }
    return count;
  }

  public void clear() {
    while (Machine.tryReceive(tokens) != null) {
      leave(true);
    }
  }
}
