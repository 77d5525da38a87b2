package java.util.concurrent;

import dev.chanvet.model.ChannelQueue;
import dev.chanvet.model.Machine;
import java.util.Collection;

/** A queue with or without a bound. Kept: everything. */
public class LinkedBlockingQueue<E> extends ChannelQueue<E> {
  public LinkedBlockingQueue() {
    super(Integer.MAX_VALUE);
  }

  public LinkedBlockingQueue(int capacity) {
    super(capacity);
    if (Machine.isKnown(capacity) && capacity <= 0) {
      throw new IllegalArgumentException();
    }
  }

  public LinkedBlockingQueue(Collection<? extends E> values) {
    super(Integer.MAX_VALUE);
    addAll(values);
  }
}
