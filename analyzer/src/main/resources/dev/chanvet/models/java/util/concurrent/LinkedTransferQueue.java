package java.util.concurrent;

import dev.chanvet.model.ChannelQueue;
import dev.chanvet.model.Machine;
import java.util.Collection;

/**
 * A queue without a bound whose producer may wait until its value is taken. Kept: blocking, order.
 * Lost: that {@code tryTransfer} finds a waiting consumer: it may or may not.
 */
public class LinkedTransferQueue<E> extends ChannelQueue<E> implements TransferQueue<E> {
  public LinkedTransferQueue() {
    super(Integer.MAX_VALUE);
  }

  public LinkedTransferQueue(Collection<? extends E> values) {
    super(Integer.MAX_VALUE);
    addAll(values);
  }

  public void transfer(E value) throws InterruptedException {
    Object waiting = Machine.counter(1);
    Handed<E> handed = new Handed<>(value, waiting);
    Machine.send(core, handed);
    try {
      Machine.awaitZero(waiting);
    } catch (InterruptedException e) {
      remove(handed);
      throw e;
    }
  }

  public boolean tryTransfer(E value) {
    return Machine.choose() && offer(value);
  }

  public boolean tryTransfer(E value, long timeout, TimeUnit unit) throws InterruptedException {
    Object waiting = Machine.counter(1);
    Handed<E> handed = new Handed<>(value, waiting);
    Machine.send(core, handed);
    boolean taken = false;
    try {
      taken = Machine.timedAwaitZero(waiting);
      return taken;
    } finally {
      if (!taken) {
        remove(handed);
      }
    }
  }

  public boolean hasWaitingConsumer() {
    return Machine.unknown();
  }

  public int getWaitingConsumerCount() {
    return Machine.unknown();
  }

  public E take() throws InterruptedException {
    return taken(super.take());
  }

  public E poll() {
    return taken(super.poll());
  }

  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return taken(super.poll(timeout, unit));
  }

  public E peek() {
    Object value = super.peek();
    return value instanceof Handed<?> handed ? (E) handed.value : (E) value;
  }

  /** Tells the producer that waits for it, if there is one. */
  private E taken(Object value) {
    if (value instanceof Handed<?> handed) {
      Machine.add(handed.waiting, -1);
      return (E) handed.value;
    }
    return (E) value;
  }

  public boolean remove(Object value) {
    boolean removed = false;
    for (int rest = Machine.size(core); rest > 0; rest--) {
      Object next = Machine.tryReceive(core);
      if (!removed && Machine.equal(next, value)) {
        removed = true;
      } else {
        Machine.trySend(core, next);
      }
    }
    return removed;
  }

  /** A value whose producer waits. */
  private static final class Handed<E> {
    private final E value;
    private final Object waiting;

    private Handed(E value, Object waiting) {
      this.value = value;
      this.waiting = waiting;
    }
  }
}
