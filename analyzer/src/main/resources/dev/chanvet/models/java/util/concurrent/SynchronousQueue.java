package java.util.concurrent;

import dev.chanvet.model.ChannelQueue;

/** A queue without room: a producer waits for a consumer. Kept: everything but fairness. */
public class SynchronousQueue<E> extends ChannelQueue<E> {
  public SynchronousQueue() {
    super(0);
  }

  public SynchronousQueue(boolean fair) {
    super(0);
  }
}
