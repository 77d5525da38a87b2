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
  private final Arm mapped;

  private final Object function;
  private final boolean discarding;

  Arm(Object channel, int kind, R value) {
    this.channel = channel;
    this.kind = kind;
    this.value = value;
    this.mapped = null;
    this.function = null;
    this.discarding = false;
  }

  private Arm(Arm mapped, Object function, boolean discarding) {
    this.channel = mapped.channel;
    this.kind = mapped.kind;
    this.value = (R) mapped.value;
    this.mapped = mapped;
    this.function = function;
    this.discarding = discarding;
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
    return new Arm<>(this, function, false);
  }

  public Arm<Void> then(Handler<? super R> handler) {
    return new Arm<>(this, handler, true);
  }

  public Arm<Void> then(Action action) {
    return new Arm<>(this, action, true);
  }

  /** What is run with the arm's value. */
  public interface Handler<R> {
    void handle(R value) throws InterruptedException;
  }

  /** What is run without it. */
  public interface Action {
    void run() throws InterruptedException;
  }

  /** What the select answers that chose this arm. */
  R result() {
    return complete(kind == RECEIVE ? value : null);
  }

  private R complete(Object received) {
    if (mapped == null) {
      return (R) received;
    }
    boolean first = mapped.mapped == null && kind == RECEIVE;
    R result = first ? handle(received) : Machine.call(function, mapped.complete(received));
    return discarding ? null : result;
  }

  /** Gives what was received, or null, to the program; the machine takes note of that. */
  private R handle(Object received) {
    return Machine.call(function, received);
  }
}
