package dev.chanvet.runtime;

import dev.chanvet.model.Machine;
import java.time.Duration;
import java.util.List;

/** Go's select. Kept: everything but how long a timeout is and how likely each arm. */
public final class Select {
  private Select() {}

  public static <T> Arm<T> receive(ReceiveChannel<T> channel) {
    return new Arm<>(core(channel), Arm.RECEIVE, null);
  }

  public static <T> Arm<Void> send(SendChannel<T> channel, T value) {
    return new Arm(core(channel), Arm.SEND, value);
  }

  /** That null is allowed is no reason to suspect it of a channel that nothing is known of. */
  private static Object core(Object channel) {
    return Machine.isKnown(channel) && channel == null ? null : ((Channel) channel).core;
  }

  public static Arm<Void> timeout(Duration duration) {
    return Arm.timeout();
  }

  public static Arm<Void> otherwise() {
    return new Arm<>(null, Arm.OTHERWISE, null);
  }

  public static <R> R select(Arm<? extends R>... arms) throws InterruptedException {
    Object sequence = Machine.sequence();
    for (Arm<? extends R> arm : arms) {
      Machine.append(sequence, arm);
    }
    return choose(sequence);
  }

  public static <R> R select(List<? extends Arm<? extends R>> arms) throws InterruptedException {
    Object sequence = Machine.sequence();
    for (Arm<? extends R> arm : arms) {
      Machine.append(sequence, arm);
    }
    return choose(sequence);
  }

  private static <R> R choose(Object arms) throws InterruptedException {
    Arm<R> chosen = Machine.at(arms, Machine.select(arms));
    return chosen.result();
  }
}
