package dev.chanvet.runtime;

import dev.chanvet.model.Machine;
import java.time.Duration;

/**
 * A channel, a class here although its users see an interface. Kept: blocking, hand-over, order,
 * closing, nil. Lost: how long a timeout is; it may end at any moment when it would have to wait.
 */
public final class Channel<T> implements SendChannel<T>, ReceiveChannel<T> {
  /** The machine's channel. */
  final Object core;

  private Channel(Object core) {
    this.core = core;
  }

  public static <T> Channel<T> make() {
    return new Channel<>(Machine.channel(0));
  }

  public static <T> Channel<T> make(int capacity) {
    if (Machine.isKnown(capacity) && capacity < 0) {
      throw new IllegalArgumentException();
    }
    return new Channel<>(Machine.channel(capacity));
  }

  public static <T> Channel<T> nil() {
    return new Channel<>(Machine.channel(-1));
  }

  public void send(T value) throws InterruptedException {
    Machine.send(core, value);
  }

  public boolean trySend(T value) {
    return Machine.trySend(core, value);
  }

  public boolean trySend(T value, Duration timeout) throws InterruptedException {
    return Arm.firstOf(new Arm<>(core, Arm.SEND, value), Arm.timeout()) == 0;
  }

  public void close() {
    Machine.close(core);
  }

  public T receive() throws InterruptedException {
    return Machine.receive(core);
  }

  public T tryReceive() {
    return Machine.tryReceive(core);
  }

  public T tryReceive(Duration timeout) throws InterruptedException {
    Arm<T> arm = new Arm<>(core, Arm.RECEIVE, null);
    return Arm.firstOf(arm, Arm.timeout()) == 0 ? arm.value : null;
  }

  public int capacity() {
    return Machine.capacity(core);
  }

  public int size() {
    return Machine.size(core);
  }
}
