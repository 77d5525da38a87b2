package java.util.concurrent;

import dev.chanvet.model.Machine;

/** Two goroutines meet and swap values. Kept: everything. */
public class Exchanger<V> {
  /** Whoever waits for a partner. */
  private final Object waiting = Machine.sequence();

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
    if (Machine.length(waiting) == 0) {
      Machine.append(waiting, mine);
      return mine;
    }
    Offer<V> other = Machine.remove(waiting, 0);
    Machine.append(mine.received, other.value);
    Machine.append(other.received, value);
    Machine.tryAcquire(mine.open, 1);
    Machine.tryAcquire(other.open, 1);
    return mine;
  }

  private void withdraw(Offer<V> offer) {
    int index = Machine.indexOf(waiting, offer);
    if (index >= 0) {
      Machine.remove(waiting, index);
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
