package dev.chanvet.rules.queueing;

import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Observations.Buffer;
import dev.chanvet.analyzer.explore.Origin;
import dev.chanvet.analyzer.explore.Root;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.rules.Wording;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A buffered channel is the private queue of one goroutine. */
public final class QueueInOneGoroutine implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "queue-in-one-goroutine",
          Severity.NOTE,
          "a buffered channel that only one goroutine ever has is used as a queue",
          """
          A goroutine that sends to itself needs no channel. A queue says what is meant, and grows; the
          channel blocks for ever as soon as one value more than its capacity is put aside.

          ```java wrong
          Channel<String> lines = Channel.make(2);
          lines.send("one");
          lines.send("two");
          print(lines.receive() + lines.receive());
          ```

          ```java right
          Deque<String> lines = new ArrayDeque<>();
          lines.add("one");
          lines.add("two");
          print(lines.remove() + lines.remove());
          ```

          Not reported: another goroutine has the channel, be it later; what is received is never
          looked at (a semaphore); the same code serves channels between goroutines, too; tests; code
          in which the channel leads to a worse finding.
          """,
          List.of("channel", "clarity"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    Set<Origin> shared = new HashSet<>();
    for (Exploration exploration : pass.explorations()) {
      for (Buffer buffer : exploration.observations().buffers()) {
        if (buffer.shared() || !isJudged(exploration)) {
          shared.add(buffer.origin());
        }
      }
    }
    for (Exploration exploration : pass.explorations()) {
      Set<Site> elsewhere = new HashSet<>();
      exploration.observations().buffers().stream()
          .filter(buffer -> shared.contains(buffer.origin()))
          .forEach(buffer -> elsewhere.addAll(buffer.places()));
      for (Buffer buffer : exploration.observations().buffers()) {
        if (buffer.trace() != null
            && buffer.looked()
            && buffer.origin().maker().equals("Channel.make")
            && !shared.contains(buffer.origin())
            && Collections.disjoint(elsewhere, buffer.places())) {
          pass.report(
              Draft.of(INFO, buffer.origin().site(), exploration, buffer.trace())
                  .as(message(buffer.origin())));
        }
      }
    }
  }

  private static boolean isJudged(Exploration exploration) {
    return exploration.complete()
        && exploration.root().kind() != Root.Kind.TEST
        && exploration.stuck().isEmpty()
        && exploration.crashes().isEmpty();
  }

  private static Message message(Origin channel) {
    String name = Wording.name(channel);
    return new Message(
        "'" + name + "' is used by one goroutine only",
        "it sends there what it receives itself",
        "use a queue, such as ArrayDeque, or start the goroutine that was meant to receive");
  }
}
