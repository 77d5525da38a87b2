package dev.chanvet.rules.starting;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Cause;
import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.Proposal;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.rules.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A thread was built and never started, or started before its object was built. */
public final class GoroutineNeverStarted implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "goroutine-never-started",
          Severity.WARNING,
          "a thread with a channel operation is built and never started, and somebody waits for it",
          """
          `new Thread(...)` and `Thread.ofVirtual().unstarted(...)` only build a thread. Until `start` is
          called it neither sends nor receives, and whoever counts on it waits for ever.

          ```java wrong
          Channel<Signal> ready = Channel.make();
          Thread service = new Thread(() -> ready.close());
          ready.receive(); // the service was never started
          ```

          ```java right
          Channel<Signal> ready = Channel.make();
          Thread service = new Thread(() -> ready.close());
          service.start();
          ready.receive();
          ```

          The other way round, a constructor that starts a goroutine before it has set the fields that the
          goroutine reads is reported too.

          Fixed by `--fix`: a thread in a local variable that nobody starts is started right after it is made.

          Not reported: threads that nobody waits for; a thread that is handed to code outside the analysis.
          """,
          List.of("concurrency", "deadlock", "thread"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.causes((exploration, cause) ->
        unstarted(cause)
            .ifPresent(thread -> {
              Blocked blocked = cause.first();
              pass.report(
                  Draft.of(INFO, thread, exploration, cause.stuck().trace())
                      .about(blocked.subjects().getFirst().origin(), "channel")
                      .related(blocked.site(), "it is waited for here")
                      .blocked(blocked)
                      .mendBy(Proposal.Kind.START, thread)
                      .as(
                          new Message(
                              "this thread is not started on every path",
                              "the "
                                  + Wording.verb(blocked)
                                  + " '"
                                  + Wording.name(blocked.subjects().getFirst().origin())
                                  + "' in "
                                  + Wording.line(blocked.site(), thread)
                                  + " waits for it for ever",
                              "call start, or start the goroutine with Go.go")));
            }));
    CallGraph calls = new CallGraph(new Hierarchy(pass.program()));
    for (Function function : pass.program().functions()) {
      for (EarlyStart start : EarlyStart.in(pass.program(), calls, function)) {
        pass.report(Draft.inCode(INFO, start.site(), tooEarly(start)));
      }
    }
  }

  private static Message tooEarly(EarlyStart start) {
    return new Message(
        "this goroutine is started before its object is ready",
        "it reads '"
            + start.field()
            + "', which the constructor sets only in "
            + Wording.line(start.setAt(), start.site()),
        "start it in the last line of the constructor, or in a method of its own");
  }

  /** Whether a thread that was never started would have ended the wait. */
  public static boolean matches(Cause cause) {
    return unstarted(cause).isPresent();
  }

  /** The thread that is missing; none if later code of the one who waits would start it. */
  private static Optional<Site> unstarted(Cause cause) {
    return cause.isCircular() || cause.first().needsItself()
        ? Optional.empty()
        : cause.first().subjects().stream()
            .map(Blocked.Subject::unstartedAt)
            .filter(Objects::nonNull)
            .findFirst();
  }
}
