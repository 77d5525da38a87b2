package dev.chanvet.rules.leaking;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Blocked.Subject;
import dev.chanvet.analyzer.explore.Cause;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.Proposal;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Wording;
import java.util.List;
import java.util.Optional;

/** The channel that a call returns is ignored, and the goroutine behind it waits on it for ever. */
public final class DroppedChannel implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dropped-channel",
          Severity.ERROR,
          "a call's result is a channel that a goroutine waits on, and it is ignored",
          """
          A method that starts a goroutine and returns the channel of its results counts on its caller to take
          them. Who ignores the channel leaves the goroutine behind, blocked on it for ever.

          ```java wrong
          ReceiveChannel<String> fetch(String address) {
            Channel<String> result = Channel.make();
            go(() -> result.send(ask(address)));
            return result;
          }

          void warmUp() {
            fetch("front page"); // nobody will receive
          }
          ```

          ```java right
          ReceiveChannel<String> fetch(String address) {
            Channel<String> result = Channel.make(1); // the goroutine ends without a receiver
            go(() -> result.send(ask(address)));
            return result;
          }

          void warmUp() {
            fetch("front page");
          }
          ```

          Fixed by `--fix`: a local unbuffered channel that one value is sent to gets room for it.

          Not reported: the goroutine needs nobody to end; the channel is kept in a field as well.
          """,
          List.of("concurrency", "leak", "channel"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.causes((exploration, cause) ->
        dropped(cause)
            .ifPresent(subject -> {
              if (subject.droppedAt() != null) {
                Blocked blocked = cause.first();
                pass.report(
                    Draft.of(INFO, subject.droppedAt(), exploration, cause.stuck().trace())
                        .about(subject.origin(), "channel")
                        .related(blocked.site(), "the goroutine waits here")
                        .blocked(blocked)
                        .mendBy(Proposal.Kind.ROOM_FOR_ONE, subject.origin())
                        .as(
                            new Message(
                                "the channel that this call returns is ignored",
                                "the goroutine behind it blocks for ever in its "
                                    + Wording.verb(blocked)
                                    + " '"
                                    + Wording.name(subject.origin())
                                    + "'",
                                "take what it sends, or give the channel room for it")));
              }
            }));
  }

  /** Whether a goroutine waits on a channel that was returned to nobody. */
  static boolean matches(Cause cause) {
    return dropped(cause).isPresent();
  }

  private static Optional<Subject> dropped(Cause cause) {
    return cause.isCircular()
        ? Optional.empty()
        : cause.first().subjects().stream()
            .filter(subject -> subject.droppedAt() != null)
            .findFirst();
  }
}
