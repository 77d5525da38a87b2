package dev.chanvet.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.ChannelClosedException;
import dev.chanvet.runtime.Select;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Operations that race end as if one had come after the other. */
public final class Races {
  private static final int PANIC = -1;

  private Races() {}

  /** Two that close: one of them is told. */
  @JCStressTest
  @Outcome(
      id = {"1, -1", "-1, 1"},
      expect = ACCEPTABLE,
      desc = "one closed, the other panicked")
  @Outcome(expect = FORBIDDEN, desc = "closed twice or never")
  @State
  public static class TwoClose {
    private final Channel<Integer> channel = Channel.make();

    /** Closes. */
    @Actor
    public void one(II_Result r) {
      r.r1 = close(channel);
    }

    /** Closes, too. */
    @Actor
    public void other(II_Result r) {
      r.r2 = close(channel);
    }
  }

  /** A send that succeeded before the close is not lost; one that panicked sent nothing. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "sent before the close, and still there")
  @Outcome(id = "-1, 0", expect = ACCEPTABLE, desc = "closed before the send")
  @Outcome(expect = FORBIDDEN, desc = "lost or made up a value")
  @State
  public static class SendAndClose {
    private final Channel<Integer> channel = Channel.make(1);

    /** Sends. */
    @Actor
    public void sender(II_Result r) {
      r.r1 = send(channel);
    }

    /** Closes. */
    @Actor
    public void closer() {
      channel.close();
    }

    /** Counts what is left. */
    @Arbiter
    public void left(II_Result r) {
      r.r2 = channel.tryReceive() == null ? 0 : 1;
    }
  }

  /** A sender that waits is either met or told that the channel is closed. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "met")
  @Outcome(id = "-1, 0", expect = ACCEPTABLE, desc = "closed before they met")
  @Outcome(expect = FORBIDDEN, desc = "lost or made up a value")
  @State
  public static class MeetAndClose {
    private final Channel<Integer> channel = Channel.make();

    /** Sends, maybe blocked. */
    @Actor
    public void sender(II_Result r) {
      r.r1 = send(channel);
    }

    /** Receives, maybe blocked. */
    @Actor
    public void receiver(II_Result r) {
      r.r2 = Uninterrupted.get(() -> channel.receive() == null ? 0 : 1);
    }

    /** Closes. */
    @Actor
    public void closer() {
      channel.close();
    }
  }

  /** Two selects with the same channels in different orders meet in exactly one of them. */
  @JCStressTest
  @Outcome(
      id = {"1, 1, 0", "2, 2, 0"},
      expect = ACCEPTABLE,
      desc = "met in one channel")
  @Outcome(expect = FORBIDDEN, desc = "lost or doubled a value")
  @State
  public static class TwoSelects {
    private final Channel<Integer> a = Channel.make();
    private final Channel<Integer> b = Channel.make();

    /** Sends to one of the two. */
    @Actor
    public void sender(III_Result r) {
      r.r1 =
          Uninterrupted.get(() ->
              Select.<Integer>select(
                  Select.send(a, 1).map(sent -> 1), Select.send(b, 2).map(sent -> 2)));
    }

    /** Receives from one of the two. */
    @Actor
    public void receiver(III_Result r) {
      r.r2 = Uninterrupted.get(() -> Select.<Integer>select(Select.receive(b), Select.receive(a)));
    }

    /** Nothing is left in the channels. */
    @Arbiter
    public void left(III_Result r) {
      r.r3 =
          a.tryReceive() == null && b.tryReceive() == null && !a.trySend(3) && !b.trySend(3)
              ? 0
              : 1;
    }
  }

  private static int send(Channel<Integer> channel) {
    try {
      return Uninterrupted.get(() -> {
        channel.send(1);
        return 1;
      });
    } catch (ChannelClosedException e) {
      return PANIC;
    }
  }

  private static int close(Channel<Integer> channel) {
    try {
      channel.close();
      return 1;
    } catch (ChannelClosedException e) {
      return PANIC;
    }
  }
}
