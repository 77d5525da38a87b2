package dev.chanvet.runtime;

import dev.chanvet.model.Machine;

/**
 * One arm of a select, with the three fields that the machine's {@code select} reads. Kept: what is
 * mapped and run once the arm was chosen. Lost: nothing.
 */
public final class Arm<R> {
  static final int RECEIVE = 0;
  static final int SEND = 1;
  static final int TIMEOUT = 2;
  static final int OTHERWISE = 3;

  /** The machine's channel, or null. */
  final Object channel;

  /** One of the constants above. */
  final int kind;

  /** What is sent, or was received. */
  R value;

  /** The arm that this one maps, or null. */
  private Arm inner;

  private Object function;
  private boolean discards;

  Arm(Object channel, int kind, R value) {
    this.channel = channel;
    this.kind = kind;
    this.value = value;
  }

  static <R> Arm<R> timeout() {
    return new Arm<>(null, TIMEOUT, null);
  }

  /** The index of the arm chosen of two. */
  static int firstOf(Arm one, Arm other) throws InterruptedException {
    Object arms = Machine.sequence();
    Machine.append(arms, one);
    Machine.append(arms, other);
    return Machine.select(arms);
  }

  public <S> Arm<S> map(Object function) {
    return wrap(function, false);
  }

  public Arm<Void> then(Object action) {
    return wrap(action, true);
  }

  private Arm wrap(Object function, boolean discards) {
    Arm outer = new Arm(channel, kind, value);
    outer.inner = this;
    outer.function = function;
    outer.discards = discards;
    return outer;
  }

  /** What the select answers that chose this arm. */
  R result() {
    return complete(kind == RECEIVE ? value : null);
  }

  private R complete(Object received) {
    if (inner == null) {
      return (R) received;
    }
    R result = Machine.call(function, inner.complete(received));
    return discards ? null : result;
  }
}
