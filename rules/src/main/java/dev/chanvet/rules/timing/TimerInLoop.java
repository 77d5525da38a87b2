package dev.chanvet.rules.timing;

import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Observations.Leftover;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import java.util.List;

/** A deadline that starts anew on each turn of a loop, or a ticker that is never stopped. */
public final class TimerInLoop implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "timer-in-loop",
          Severity.WARNING,
          "a deadline starts anew on each turn of a loop, or a ticker is never stopped",
          """
          A timeout that is made inside a loop counts from the present turn. Beside an `otherwise` arm, or a
          ticker that ticks more often, the turn is always over first, and the deadline never comes.
          A ticker that nobody stops ticks on for nobody.

          ```java wrong
          Channel<String> replies = Channel.make(1);
          go(() -> replies.send(ask("one")));
          boolean waiting = true;
          while (waiting) {
            waiting =
                select(
                    receive(replies).map(reply -> false),
                    timeout(Duration.ofSeconds(3)).map(late -> false), // never
                    otherwise().map(nothing -> true));
            Thread.sleep(10);
          }
          ```

          ```java right
          Channel<String> replies = Channel.make(1);
          go(() -> replies.send(ask("one")));
          ReceiveChannel<Instant> deadline = Timers.after(Duration.ofSeconds(3));
          boolean waiting = true;
          while (waiting) {
            waiting =
                select(
                    receive(replies).map(reply -> false),
                    receive(deadline).map(late -> false),
                    otherwise().map(nothing -> true));
            Thread.sleep(10);
          }
          ```

          Not reported: an idle timeout, which is meant to start anew with each value received; a
          ticker that somebody still holds.
          """,
          List.of("concurrency", "select", "timer"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    for (Exploration exploration : pass.explorations()) {
      for (Leftover leftover : exploration.observations().leftovers()) {
        if (leftover.waitedAt() == null) {
          pass.report(
              Draft.of(INFO, leftover.origin().site(), exploration, leftover.trace())
                  .as(
                      new Message(
                          "this ticker is not stopped on every path",
                          "it ticks on when nobody holds it any more",
                          "make it in a try-with-resources statement, or stop it in a finally"
                              + " block")));
        }
      }
    }
    Hierarchy hierarchy = new Hierarchy(pass.program());
    for (Function function : pass.program().functions()) {
      if (!hierarchy.isModel(function.owner())) {
        for (RestartedTimer timer : RestartedTimer.in(function)) {
          pass.report(finding(timer));
        }
      }
    }
  }

  private static Finding finding(RestartedTimer timer) {
    return Draft.inCode(
        INFO,
        timer.site(),
        new Message(
            "this deadline never comes",
            "it starts anew on each turn of the loop, and " + timer.reason(),
            "make one timer before the loop, and receive from its channel"));
  }
}
