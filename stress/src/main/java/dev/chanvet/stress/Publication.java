package dev.chanvet.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.Select;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** What was written before an operation is seen behind the operation that it goes with. */
public final class Publication {
  private Publication() {}

  /** An object with a plain field. */
  static final class Box {
    int content;
  }

  /** A send happens before the receive of its value. */
  @JCStressTest
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "received nothing yet")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "saw what was written before the send")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "received the box without its content")
  @State
  public static class OfAValue {
    private final Channel<Box> channel = Channel.make(1);

    /** Fills a box and sends it. */
    @Actor
    public void sender() {
      Box box = new Box();
      box.content = 1;
      channel.trySend(box);
    }

    /** Looks into the box. */
    @Actor
    public void receiver(I_Result r) {
      Box box = channel.tryReceive();
      r.r1 = box == null ? -1 : box.content;
    }
  }

  /** A close happens before a receive that ends because of it. */
  @JCStressTest
  @Outcome(id = "0, [01]", expect = ACCEPTABLE, desc = "not closed yet")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "closed, and saw what was written before")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "closed, without what was written before")
  @State
  public static class OfAClose {
    private final Channel<Box> channel = Channel.make();
    private int content;

    /** Writes and closes. */
    @Actor
    public void closer() {
      content = 1;
      channel.close();
    }

    /** Reads behind the end. */
    @Actor
    public void receiver(II_Result r) {
      r.r1 =
          Uninterrupted.get(() ->
              Select.<Integer>select(
                  Select.receive(channel).map(end -> 1), Select.otherwise().map(none -> 0)));
      r.r2 = content;
    }
  }

  /** The first receive on capacity 1 happens before the second send completes. */
  @JCStressTest
  @Outcome(id = "0, [01]", expect = ACCEPTABLE, desc = "still full")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "saw what the receiver wrote before")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "used the room before it was made")
  @State
  public static class OfRoom {
    private final Channel<Integer> channel = Channel.make(1);
    private int content;

    /** Makes a channel that is full. */
    public OfRoom() {
      channel.trySend(1);
    }

    /** Makes room. */
    @Actor
    public void receiver() {
      content = 1;
      channel.tryReceive();
    }

    /** Uses it. */
    @Actor
    public void sender(II_Result r) {
      r.r1 = channel.trySend(2) ? 1 : 0;
      r.r2 = content;
    }
  }

  /** On an unbuffered channel each side sees what the other wrote before they met. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "both saw what the other wrote")
  @Outcome(expect = FORBIDDEN, desc = "met without seeing each other's writes")
  @State
  public static class OfAMeeting {
    private final Channel<Integer> channel = Channel.make();
    private int ofSender;
    private int ofReceiver;

    /** Writes, sends, reads. */
    @Actor
    public void sender(II_Result r) {
      ofSender = 1;
      r.r1 =
          Uninterrupted.get(() -> {
            channel.send(1);
            return ofReceiver;
          });
    }

    /** Writes, receives, reads. */
    @Actor
    public void receiver(II_Result r) {
      ofReceiver = 1;
      r.r2 = Uninterrupted.get(() -> channel.receive() == null ? -1 : ofSender);
    }
  }
}
