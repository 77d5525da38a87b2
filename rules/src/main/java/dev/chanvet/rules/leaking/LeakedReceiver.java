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

/** A goroutine waits in a receive, and nobody will ever send or close. */
public final class LeakedReceiver implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "leaked-receiver",
          Severity.ERROR,
          "a goroutine is blocked in a receive for ever, because nobody sends or closes any more",
          """
          A loop over a channel ends when the channel is closed. If the sender forgets to close it, returns
          early or sends fewer values than are awaited, the receiver stays for ever.

          ```java wrong
          Channel<Integer> numbers = Channel.make();
          go(() -> {
            for (int number : numbers) { // never ends: nobody closes
              print(number);
            }
          });
          numbers.send(1);
          ```

          ```java right
          Channel<Integer> numbers = Channel.make();
          go(() -> {
            for (int number : numbers) {
              print(number);
            }
          });
          numbers.send(1);
          numbers.close();
          ```

          Fixed by `--fix`: a local channel that nobody closes is closed behind the last send of its one sender.

          Not reported: a channel that code outside the analysis can reach; a service loop that runs
          until its program ends.
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
        Blocked.Subject subject = blocked.subjects().getFirst();
        pass.report(
            Draft.of(INFO, blocked.site(), exploration, cause.stuck().trace())
                .about(subject.origin(), MeetingPoint.ofChannelOperation(blocked).noun())
                .blocked(blocked)
                .mendBy(Proposal.Kind.CLOSE_AFTER_SENDS, subject.origin())
                .as(message(blocked, subject)));
      }
    });
  }

  private static boolean matches(Cause cause) {
    return !cause.isCircular()
        && MeetingPoint.awaitsSender(cause.first())
        && !cause.first().hasNil()
        && !LostCancel.matches(cause)
        && !IgnoredOffer.matches(cause)
        && !UnguardedPeer.matches(cause)
        && !DroppedChannel.matches(cause)
        && !GoroutineNeverStarted.matches(cause)
        && !SelfDeadlock.matches(cause);
  }

  private static Message message(Blocked blocked, Blocked.Subject subject) {
    String channel = Wording.name(blocked, subject.origin());
    MeetingPoint place = MeetingPoint.ofChannelOperation(blocked);
    return new Message(
        Wording.verb(blocked) + " '" + channel + "' blocks for ever",
        place.why(Blocked.Kind.A_SENDER_OR_CLOSE),
        place.mend(Blocked.Kind.A_SENDER_OR_CLOSE, channel));
  }
}
