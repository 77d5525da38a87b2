package dev.chanvet.rules.leaking;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Cause;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.Proposal;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.MeetingPoint;
import dev.chanvet.rules.Wording;
import dev.chanvet.rules.blocking.SelfDeadlock;
import dev.chanvet.rules.starting.GoroutineNeverStarted;
import java.util.List;

/** A goroutine waits in a send, and nobody will ever receive. */
public final class LeakedSender implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "leaked-sender",
          Severity.ERROR,
          "a goroutine is blocked in a send for ever, because nobody receives any more",
          """
          A sender without room in the buffer waits for its receiver. If the receiver returned early, threw,
          timed out, took the first of several results, or takes fewer values than are sent, the
          sender stays for ever with all that it holds: a leak that no garbage collector mends.

          ```java wrong
          Channel<String> answers = Channel.make();
          for (String mirror : List.of("one", "two")) {
            go(() -> answers.send(ask(mirror))); // the slower goroutine never ends
          }
          return answers.receive();
          ```

          ```java right
          Channel<String> answers = Channel.make(2); // room for all
          for (String mirror : List.of("one", "two")) {
            go(() -> answers.send(ask(mirror)));
          }
          return answers.receive();
          ```

          Fixed by `--fix`: a local unbuffered channel that one value is sent to gets room for it.

          Not reported: room in the buffer for all that is sent; a done arm beside the send; a
          receiver that drains the channel; a service loop that runs until its program ends.
          """,
          List.of("concurrency", "leak", "channel"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.causes((exploration, cause) -> {
      if (matches(cause)) {
        Blocked blocked = cause.first();
        pass.report(
            Draft.of(INFO, blocked.site(), exploration, cause.stuck().trace())
                .about(sent(blocked).origin(), MeetingPoint.ofChannelOperation(blocked).noun())
                .blocked(blocked)
                .mendBy(Proposal.Kind.ROOM_FOR_ONE, sent(blocked).origin())
                .as(message(blocked)));
      }
    });
  }

  private static boolean matches(Cause cause) {
    return !cause.isCircular()
        && MeetingPoint.awaitsReceiver(cause.first())
        && !cause.first().hasNil()
        && !DroppedChannel.matches(cause)
        && !UnguardedPeer.matches(cause)
        && !GoroutineNeverStarted.matches(cause)
        && !SelfDeadlock.matches(cause);
  }

  private static Blocked.Subject sent(Blocked blocked) {
    return blocked.subjects().stream()
        .filter(subject -> subject.kind() == Blocked.Kind.A_RECEIVER)
        .findFirst()
        .orElseThrow();
  }

  private static Message message(Blocked blocked) {
    String channel = Wording.name(blocked, sent(blocked).origin());
    MeetingPoint place = MeetingPoint.ofChannelOperation(blocked);
    String operation = place == MeetingPoint.CHANNEL ? "send to" : Wording.verb(blocked);
    return new Message(
        operation + " '" + channel + "' blocks for ever",
        place.why(Blocked.Kind.A_RECEIVER),
        place.mend(Blocked.Kind.A_RECEIVER, channel));
  }
}
