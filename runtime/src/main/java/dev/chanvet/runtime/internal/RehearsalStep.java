package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.ChannelClosedException;
import dev.chanvet.runtime.GoBody;
import java.time.Duration;

/**
 * What one goroutine of the {@link Rehearsal} does. One class for all, since it runs once: of a
 * lambda expression each the JVM would spend longer on linking them than on all the rest.
 */
final class RehearsalStep implements GoBody {
  private static final int WAITS = 250;
  private static final Duration MOMENT = Duration.ofNanos(20_000);
  private static final Duration LONGER = Duration.ofMillis(1);

  /** The things to do. */
  enum Kind {
    SEND,
    RECEIVE,
    TRY_SEND,
    TRY_SEND_FOR_A_MOMENT,
    TRY_RECEIVE_FOR_A_MOMENT,
    SELECT,
    ASK_AND_HEAR,
    HEAR_AND_ANSWER
  }

  private final Kind kind;
  private final LockedChannel<Object> channel;
  private final LockedChannel<Object> other;

  RehearsalStep(Kind kind, LockedChannel<Object> channel, LockedChannel<Object> other) {
    this.kind = kind;
    this.channel = channel;
    this.other = other;
  }

  @Override
  public void run() throws InterruptedException {
    try {
      switch (kind) {
        case SEND -> channel.send(channel);
        case RECEIVE -> channel.receive();
        case TRY_SEND -> channel.trySend(channel);
        case TRY_SEND_FOR_A_MOMENT -> channel.trySend(channel, MOMENT);
        case TRY_RECEIVE_FOR_A_MOMENT -> channel.tryReceive(MOMENT);
        case SELECT -> select();
        case ASK_AND_HEAR -> {
          for (int i = 0; i < WAITS; i++) {
            channel.send(channel);
            other.receive();
          }
        }
        case HEAR_AND_ANSWER -> {
          for (int i = 0; i < WAITS; i++) {
            channel.receive();
            other.send(other);
          }
        }
      }
    } catch (ChannelClosedException e) {
      // as it should be: some find their channel closed
    }
  }

  private void select() throws InterruptedException {
    Case<?>[] arms = {Case.receive(channel), Case.send(other, other), Case.timeout(LONGER)};
    Selection.select(arms);
  }
}
