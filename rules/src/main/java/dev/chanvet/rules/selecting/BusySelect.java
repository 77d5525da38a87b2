package dev.chanvet.rules.selecting;

import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Observations.Spin;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import java.util.List;

/** A loop asks a select with an otherwise arm again and again instead of waiting. */
public final class BusySelect implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "busy-select",
          Severity.WARNING,
          "a loop around a select whose otherwise arm does nothing spins",
          """
          A select with an `otherwise` arm never waits. In a loop that does nothing else it takes a whole core
          until something happens, which may be long, and slows down the very goroutine it waits for.

          ```java wrong
          Channel<Integer> answer = Channel.make(1);
          go(() -> answer.send(42));
          Integer result = null;
          while (result == null) {
            result = select(receive(answer), otherwise().map(nothing -> null));
          }
          ```

          ```java right
          Channel<Integer> answer = Channel.make(1);
          go(() -> answer.send(42));
          Integer result = select(receive(answer)); // waits
          ```

          Not reported: a loop that also sleeps, yields or calls something that does work; a loop that
          ends when nothing is ready.
          """,
          List.of("concurrency", "select", "performance"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    for (Exploration exploration : pass.explorations()) {
      for (Spin spin : exploration.observations().spins()) {
        pass.report(
            Draft.of(INFO, spin.site(), exploration, spin.trace())
                .as(
                    new Message(
                        "this select spins",
                        "its otherwise arm leads straight back to it, without waiting or doing"
                            + " anything",
                        "remove the otherwise arm, or wait in a timeout arm instead")));
      }
    }
  }
}
