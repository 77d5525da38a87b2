package java.util.concurrent;

import dev.chanvet.model.ChannelQueue;
import dev.chanvet.model.Machine;

/** A bounded queue. Kept: everything but fairness. */
public class ArrayBlockingQueue<E> extends ChannelQueue<E> {
  public ArrayBlockingQueue(int capacity) {
    super(capacity);
    if (Machine.isKnown(capacity) && capacity <= 0) {
      throw new IllegalArgumentException();
    }
  }

  public ArrayBlockingQueue(int capacity, boolean fair) {
    this(capacity);
  }
}
