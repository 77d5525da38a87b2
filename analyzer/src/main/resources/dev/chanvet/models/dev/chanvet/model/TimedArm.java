package dev.chanvet.model;

/**
 * Sending or receiving with a timeout, or from two channels, as a select. Kept: everything but how
 * long a timeout is.
 */
public final class TimedArm {
  /** The machine's channel; null for the timeout itself. */
  final Object channel;

  /** As the machine's {@code select} counts: 0 receive, 1 send, 2 timeout. */
  final int kind;

  /** What is sent, or was received. */
  Object value;

  private TimedArm(Object channel, int kind, Object value) {
    this.channel = channel;
    this.kind = kind;
    this.value = value;
  }

  /** Whether the value was taken or buffered in time. */
  public static boolean send(Object channel, Object value) throws InterruptedException {
    return new TimedArm(channel, 1, value).isInTime();
  }

  /** What was received in time; null if nothing was. */
  public static <T> T receive(Object channel) throws InterruptedException {
    TimedArm arm = new TimedArm(channel, 0, null);
    return arm.isInTime() ? (T) arm.value : null;
  }

  /** What was received from one of two channels; null if there is a timeout and it came first. */
  public static <T> T receiveEither(Object one, Object other, boolean timed)
      throws InterruptedException {
    TimedArm first = new TimedArm(one, 0, null);
    TimedArm second = new TimedArm(other, 0, null);
    Object arms = Machine.sequence();
    Machine.append(arms, first);
    Machine.append(arms, second);
    if (timed) {
      Machine.append(arms, new TimedArm(null, 2, null));
    }
    int chosen = Machine.select(arms);
    return chosen == 0 ? (T) first.value : chosen == 1 ? (T) second.value : null;
  }

  private boolean isInTime() throws InterruptedException {
    Object arms = Machine.sequence();
    Machine.append(arms, this);
    Machine.append(arms, new TimedArm(null, 2, null));
    return Machine.select(arms) == 0;
  }
}
