package java.util.concurrent;

import dev.chanvet.model.Machine;

/** Two goroutines meet and swap values. Kept: everything. */
public class Exchanger<V> {
  /** Whoever waits for a partner; null if nobody does. */
  private Offer<V> waiting;

  public V exchange(V value) throws InterruptedException {
    Offer<V> mine = meet(value);
    try {
      Machine.awaitZero(mine.open);
    } catch (InterruptedException e) {
      withdraw(mine);
      throw e;
    }
    return Machine.at(mine.received, 0);
  }

  public V exchange(V value, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    Offer<V> mine = meet(value);
    try {
      if (!Machine.timedAwaitZero(mine.open)) {
        withdraw(mine);
        throw new TimeoutException();
      }
    } catch (InterruptedException e) {
      withdraw(mine);
      throw e;
    }
    return Machine.at(mine.received, 0);
  }

  /** Swaps with whoever waits, or waits. */
  private Offer<V> meet(V value) {
    Offer<V> mine = new Offer<>(value);
    Offer<V> other = waiting;
    if (other == null) {
      waiting = mine;
      return mine;
    }
    waiting = null;
    Machine.append(mine.received, other.value);
    Machine.append(other.received, value);
    Machine.tryAcquire(mine.open, 1);
    Machine.tryAcquire(other.open, 1);
    return mine;
  }

  private void withdraw(Offer<V> offer) {
    if (waiting == offer) {
      waiting = null;
    }
  }

  /** What one of two brings, and gets. */
  private static final class Offer<V> {
    private final V value;
    private final Object received = Machine.sequence();
    private final Object open = Machine.counter(1);

    private Offer(V value) {
      this.value = value;
    }
  }
}
