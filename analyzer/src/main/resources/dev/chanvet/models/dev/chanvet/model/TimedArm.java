package dev.chanvet.model;

/**
 * Sending or receiving with a timeout, as a select of two arms. Kept: everything but how long it
 * is.
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

  private boolean isInTime() throws InterruptedException {
    Object arms = Machine.sequence();
    Machine.append(arms, this);
    Machine.append(arms, new TimedArm(null, 2, null));
    return Machine.select(arms) == 0;
  }
}
