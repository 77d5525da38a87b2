package java.util.concurrent;

/**
 * A queue whose producer may wait until its value is taken. Kept: everything; the class has the
 * bodies.
 */
public interface TransferQueue<E> extends BlockingQueue<E> {
  void transfer(E value) throws InterruptedException;

  boolean tryTransfer(E value);

  boolean tryTransfer(E value, long timeout, TimeUnit unit) throws InterruptedException;

  boolean hasWaitingConsumer();

  int getWaitingConsumerCount();
}
