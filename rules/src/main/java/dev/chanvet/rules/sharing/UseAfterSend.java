package dev.chanvet.rules.sharing;

import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Observations.LateWrite;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Wording;
import java.util.List;

/** A mutable object is written by its sender after it was sent. */
public final class UseAfterSend implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "use-after-send",
          Severity.WARNING,
          "a mutable object is written by its sender after it was sent",
          """
          To send an object is to hand it over: from then on it belongs to the receiver. If the sender still
          writes to it, two goroutines use it at once, and what the receiver sees depends on the
          schedule and on the memory model.

          ```java wrong
          Channel<List<String>> batches = Channel.make();
          go(() -> print(batches.receive().size()));
          List<String> batch = new ArrayList<>();
          batch.add("first");
          batches.send(batch);
          batch.add("second"); // while the receiver reads it
          ```

          ```java right
          Channel<List<String>> batches = Channel.make();
          go(() -> print(batches.receive().size()));
          List<String> batch = new ArrayList<>();
          batch.add("first");
          batch.add("second");
          batches.send(batch);
          ```

          Not reported: the sender has waited for an answer in between; both use a lock; classes that
          are made for sharing; objects that the receiver never looks into.
          """,
          List.of("concurrency", "data-race", "channel"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    for (Exploration exploration : pass.explorations()) {
      for (LateWrite write : exploration.observations().lateWrites()) {
        String name = write.object().name();
        pass.report(
            Draft.of(INFO, write.site(), exploration, write.trace())
                .about(write.object(), "object")
                .related(write.usedAt(), "the receiver uses it here")
                .as(
                    new Message(
                        (name == null ? "an object" : "'" + name + "'")
                            + " is written after it was sent",
                        "the receiver may use it at the same time, in "
                            + Wording.line(write.usedAt(), write.site()),
                        "finish it before it is sent, or send a copy")));
      }
    }
  }
}
