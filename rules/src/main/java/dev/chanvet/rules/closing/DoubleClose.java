package dev.chanvet.rules.closing;

import dev.chanvet.analyzer.explore.Fault;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Wording;
import java.util.List;

/** A channel that is closed is closed again. */
public final class DoubleClose implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "double-close",
          Severity.ERROR,
          "a channel can be closed a second time, which throws",
          """
          Closing a closed channel throws `ChannelClosedException`. It happens on one path (an explicit close and
          one in `finally`), in a loop, or when two goroutines both think that closing is their job.

          ```java wrong
          Channel<Integer> numbers = Channel.make(1);
          try {
            numbers.send(1);
            numbers.close();
          } finally {
            numbers.close(); // a second time
          }
          ```

          ```java right
          Channel<Integer> numbers = Channel.make(1);
          try {
            numbers.send(1);
          } finally {
            numbers.close();
          }
          ```

          Fixed by `--fix`: of two closes of one variable the one goes without which it is still closed on every path.

          Not reported: closes guarded by `Once`, compareAndSet, a flag under one lock, or removal from a
          map; code that catches `ChannelClosedException` by its name.
          """,
          List.of("concurrency", "close", "channel"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.crashes((exploration, crash) -> {
      Fault fault = crash.fault();
      if (Closed.byClose(fault)) {
        pass.report(
            Draft.of(INFO, fault.site(), exploration, crash.trace())
                .about(fault.subject(), "channel")
                .related(fault.closedAt(), "it is closed here first")
                .panicked(fault.goroutine(), Closed.exception(fault))
                .mendByRemoving(fault.site(), fault.closedAt())
                .as(message(fault)));
      }
    });
  }

  private static Message message(Fault fault) {
    boolean samePlace = fault.site().equals(fault.closedAt());
    String first =
        samePlace || fault.closedAt() == null
            ? "this close can run twice"
            : "it is closed in " + Wording.line(fault.closedAt(), fault.site()) + " before";
    return new Message(
        "second close of " + Wording.closed(fault.subject()),
        first + ", and closing a closed channel throws",
        "let one goroutine close it, once, after the last send");
  }
}
