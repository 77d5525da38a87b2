package java.util.concurrent;

import dev.chanvet.model.ChannelQueue;
import dev.chanvet.model.Machine;
import dev.chanvet.model.TimedArm;
import java.util.Collection;

/**
 * A queue without a bound whose producer may wait until its value is taken. Kept: blocking, and
 * whether somebody waits for what is tried to be transferred. Lost: the order between what was put
 * and what is transferred.
 */
public class LinkedTransferQueue<E> extends ChannelQueue<E> implements TransferQueue<E> {
  /** Where producers who wait meet consumers. */
  private final Object direct = Machine.channel(0);

  public LinkedTransferQueue() {
    super(Integer.MAX_VALUE);
  }

  public LinkedTransferQueue(Collection<? extends E> values) {
    super(Integer.MAX_VALUE);
    addAll(values);
  }

  public void transfer(E value) throws InterruptedException {
    Machine.send(direct, value);
  }

  public boolean tryTransfer(E value) {
    return Machine.trySend(direct, value);
  }

  public boolean tryTransfer(E value, long timeout, TimeUnit unit) throws InterruptedException {
    return TimedArm.send(direct, value);
  }

  public boolean hasWaitingConsumer() {
    return Machine.unknown();
  }

  public int getWaitingConsumerCount() {
    return Machine.unknown();
  }

  public E take() throws InterruptedException {
    return TimedArm.receiveEither(core, direct, false);
  }

  public E poll() {
    E value = super.poll();
    return value == null ? Machine.tryReceive(direct) : value;
  }

  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return TimedArm.receiveEither(core, direct, true);
  }
}
