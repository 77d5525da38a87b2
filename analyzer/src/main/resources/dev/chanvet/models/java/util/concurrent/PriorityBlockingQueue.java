package java.util.concurrent;

import dev.chanvet.model.ChannelQueue;
import java.util.Collection;
import java.util.Comparator;

/**
 * A queue by priority without a bound. Kept: that consumers wait. Lost: the order, which is that of
 * insertion.
 */
public class PriorityBlockingQueue<E> extends ChannelQueue<E> {
  public PriorityBlockingQueue() {
    super(Integer.MAX_VALUE);
  }

  public PriorityBlockingQueue(int capacity) {
    super(Integer.MAX_VALUE);
  }

  public PriorityBlockingQueue(int capacity, Comparator<? super E> order) {
    super(Integer.MAX_VALUE);
  }

  public PriorityBlockingQueue(Collection<? extends E> values) {
    super(Integer.MAX_VALUE);
    addAll(values);
  }
}
