package dev.chanvet.rules.blocking;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Cause;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.MeetingPoint;
import dev.chanvet.rules.Wording;
import dev.chanvet.rules.starting.GoroutineNeverStarted;
import java.util.List;

/** A goroutine waits in a channel operation that only its own later code would complete. */
public final class SelfDeadlock implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "self-deadlock",
          Severity.ERROR,
          "a goroutine waits on a channel for what only it could do itself",
          """
          An unbuffered send waits for a receiver, and a receive waits for a sender or a close. When no
          other goroutine has the channel, or only code after the operation would serve it, the
          goroutine waits for ever. The same holds for the send after the last free slot of a buffer.

          ```java wrong
          Channel<Integer> channel = Channel.make();
          channel.send(1); // waits for a receiver that comes one line later
          int value = channel.receive();
          ```

          ```java right
          Channel<Integer> channel = Channel.make();
          go(() -> channel.send(1));
          int value = channel.receive();
          ```

          Not reported: another goroutine can complete the operation; a select that has another arm
          which can be ready; a channel that code outside the analysis can reach.
          """,
          List.of("concurrency", "deadlock", "channel"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.causes((exploration, cause) -> {
      if (matches(cause)) {
        Blocked blocked = cause.first();
        Blocked.Subject subject = blocked.subjects().getFirst();
        pass.report(
            Draft.of(INFO, blocked.site(), exploration, cause.stuck().trace())
                .about(subject.origin(), MeetingPoint.ofChannelOperation(blocked).noun())
                .blocked(blocked)
                .as(message(blocked, subject)));
      }
    });
  }

  /** Whether a lone goroutine waits for itself, or on a channel that nobody else ever had. */
  public static boolean matches(Cause cause) {
    Blocked blocked = cause.first();
    return !cause.isCircular()
        && (MeetingPoint.awaitsSender(blocked) || MeetingPoint.awaitsReceiver(blocked))
        && !blocked.hasNil()
        && !GoroutineNeverStarted.matches(cause)
        && (blocked.neverShared() || (blocked.needsItself() && !hadHelpers(cause)));
  }

  /** Whether such goroutines as would end the wait were started before, and have left it alone. */
  private static boolean hadHelpers(Cause cause) {
    return cause.stuck().trace().events().stream()
        .anyMatch(
            event -> event.starts() > 0 && cause.first().helpersStartedAt().contains(event.site()));
  }

  private static Message message(Blocked blocked, Blocked.Subject subject) {
    String channel = Wording.name(blocked, subject.origin());
    MeetingPoint place = MeetingPoint.ofChannelOperation(blocked);
    String operation = Wording.verb(blocked);
    return new Message(
        operation + " '" + channel + "' blocks for ever",
        blocked.needsItself()
            ? "only later code of the same goroutine would complete it"
            : "no other goroutine has the " + place.noun(),
        mend(place, blocked.wantsToSend()));
  }

  private static String mend(MeetingPoint place, boolean send) {
    return switch (place) {
      case CHANNEL ->
          send
              ? "receive in another goroutine started before, or give the channel room for what is"
                  + " sent"
              : "send or close in another goroutine started before";
      case QUEUE ->
          send
              ? "take in another thread started before, or give the queue room for what is put"
              : "put in another thread started before";
      case PIPE ->
          send
              ? "read in another thread started before"
              : "write and close in another thread started before";
      case FUTURE -> "";
      case EXCHANGER -> "let the partner come in another thread started before";
    };
  }
}
