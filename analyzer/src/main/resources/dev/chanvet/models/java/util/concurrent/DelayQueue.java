package java.util.concurrent;

import dev.chanvet.model.ChannelQueue;
import dev.chanvet.model.Machine;

/**
 * A queue whose elements come out after a time. Kept: that they do at last, at any moment. Lost:
 * the order by time.
 */
public class DelayQueue<E> extends ChannelQueue<E> {
  public DelayQueue() {
    super(Integer.MAX_VALUE);
  }

  public E poll() {
    return Machine.size(core) > 0 && Machine.choose() ? super.poll() : null;
  }
}
