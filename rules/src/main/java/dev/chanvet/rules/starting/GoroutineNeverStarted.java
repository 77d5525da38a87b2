package dev.chanvet.rules.starting;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Cause;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.rules.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Somebody waits for a thread that was built and never started. */
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
        unstarted(cause).ifPresent(thread -> {
          Blocked blocked = cause.first();
          pass.report(
              Draft.of(INFO, thread, exploration, cause.stuck().trace())
                  .about(blocked.subjects().getFirst().origin(), "channel")
                  .related(blocked.site(), "it is waited for here")
                  .blocked(blocked)
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
  }

  /** Whether a thread that was never started would have ended the wait. */
  public static boolean matches(Cause cause) {
    return unstarted(cause).isPresent();
  }

  private static Optional<Site> unstarted(Cause cause) {
    return cause.isCircular()
        ? Optional.empty()
        : cause.first().subjects().stream()
            .map(Blocked.Subject::unstartedAt)
            .filter(Objects::nonNull)
            .findFirst();
  }
}
