package dev.chanvet.rules.closing;

import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Exploration.Crash;
import dev.chanvet.analyzer.explore.Exploration.ReceiverClose;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Wording;
import java.util.List;
import java.util.Optional;

/** The receiving side closes a channel that another goroutine may still send to. */
public final class CloseByReceiver implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "close-by-receiver",
          Severity.ERROR,
          "a goroutine that only receives closes the channel while another one may still send",
          """
          A close says "nothing more will be sent", which only the sending side can know. When a receiver
          closes, the sender's next send throws.

          ```java wrong
          Channel<Integer> numbers = Channel.make();
          go(() -> {
            for (int i = 0; i < 10; i++) {
              numbers.send(i); // throws after the close
            }
          });
          int first = numbers.receive();
          numbers.close();
          ```

          ```java right
          Channel<Integer> numbers = Channel.make();
          Channel<Signal> done = Channel.make();
          go(() -> {
            for (int i = 0; i < 10; i++) {
              if (select(send(numbers, i).map(sent -> false), receive(done).map(end -> true))) {
                return;
              }
            }
          });
          int first = numbers.receive();
          done.close();
          ```

          Not reported: the closer is the only sender, or all sends are over by then; a channel used as an
          event only: closed and never sent to.
          """,
          List.of("concurrency", "close", "channel"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    for (Exploration exploration : pass.explorations()) {
      for (ReceiverClose close : exploration.closes()) {
        Optional<Crash> crash =
            exploration.crashes().stream()
                .filter(c -> Closed.bySend(c.fault()))
                .filter(c -> close.closing().site().equals(c.fault().closedAt()))
                .findFirst();
        if (crash.isPresent() || !exploration.complete()) {
          report(pass, exploration, close, crash);
        }
      }
    }
  }

  private static void report(
      Pass pass, Exploration exploration, ReceiverClose close, Optional<Crash> crash) {
    Draft draft =
        Draft.of(
                INFO,
                close.closing().site(),
                exploration,
                crash.map(Crash::trace).orElse(close.trace()))
            .severity(crash.isPresent() ? Severity.ERROR : Severity.WARNING)
            .about(close.channel(), "channel")
            .related(close.sender(), "a goroutine that sends is started here");
    crash.ifPresent(c -> {
      draft.related(c.fault().site(), "this send throws");
      draft.panicked(c.fault().goroutine(), "ChannelClosedException", c.fault().site());
    });
    pass.report(draft.as(message(close, crash)));
  }

  private static Message message(ReceiverClose close, Optional<Crash> crash) {
    String channel = Wording.name(close.channel());
    return new Message(
        "the receiver closes '" + channel + "'",
        crash
            .map(c ->
                "the send in "
                    + Wording.line(c.fault().site(), close.closing().site())
                    + " can come later, and throws")
            .orElse("another goroutine may still send to it"),
        "let the sender close it; tell the sender to stop by a done channel of its own");
  }
}
