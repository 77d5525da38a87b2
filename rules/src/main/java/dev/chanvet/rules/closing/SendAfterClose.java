package dev.chanvet.rules.closing;

import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Fault;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Wording;
import java.util.List;

/** A send can run after its channel was closed. */
public final class SendAfterClose implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "send-after-close",
          Severity.ERROR,
          "a send can run after its channel was closed, which throws",
          """
          Sending to a closed channel throws `ChannelClosedException`, also for senders that are blocked when
          it is closed. Mostly the goroutine that closes does not wait for all senders.

          ```java wrong
          Channel<Integer> numbers = Channel.make(2);
          go(() -> numbers.send(1));
          numbers.close(); // the goroutine may not have sent yet
          ```

          ```java right
          Channel<Integer> numbers = Channel.make(2);
          WaitGroup senders = new WaitGroup();
          senders.go(() -> numbers.send(1));
          senders.await();
          numbers.close();
          ```

          Not reported: senders are awaited before the close; guards such as a flag under a lock; code that
          catches `ChannelClosedException` by its name. A close by the receiving side is reported as
          close-by-receiver.
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
      if (Closed.bySend(fault) && !isClosedByReceiver(exploration, fault)) {
        pass.report(
            Draft.of(INFO, fault.site(), exploration, crash.trace())
                .about(fault.subject(), "channel")
                .related(fault.closedAt(), "it is closed here")
                .panicked(fault.goroutine(), Closed.exception(fault))
                .as(message(fault)));
      }
    });
  }

  private static boolean isClosedByReceiver(Exploration exploration, Fault fault) {
    return exploration.closes().stream()
        .anyMatch(close -> close.closing().site().equals(fault.closedAt()));
  }

  private static Message message(Fault fault) {
    String closed =
        fault.closedAt() == null
            ? "it may be closed by then"
            : "it may be closed in " + Wording.line(fault.closedAt(), fault.site()) + " by then";
    return new Message(
        "send to " + Wording.closed(fault.subject()) + " after its close",
        closed + ", and a send to a closed channel throws",
        "close only after all senders have ended: await them first, or let the sender close");
  }
}
