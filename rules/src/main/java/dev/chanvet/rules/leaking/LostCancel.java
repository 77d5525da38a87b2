package dev.chanvet.rules.leaking;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Cause;
import dev.chanvet.analyzer.explore.Observations.Leftover;
import dev.chanvet.analyzer.explore.Origin;
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

/** A context is not cancelled on some path, and a goroutine waits for its end. */
public final class LostCancel implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "lost-cancel",
          Severity.WARNING,
          "a context is not cancelled on some path, though a goroutine waits for its end",
          """
          A goroutine that waits for `context.done()` ends when the context is cancelled, and not before. An
          early return or an exception that skips the `cancel` leaves it behind; a deadline ends it
          too, but only after all the time in which it is of no use.

          ```java wrong
          Context context = Context.withCancel(Context.background());
          go(() -> context.done().receive());
          if (isCached("page")) {
            return; // without cancel
          }
          work();
          context.cancel();
          ```

          ```java right
          try (Context context = Context.withCancel(Context.background())) {
            go(() -> context.done().receive());
            if (isCached("page")) {
              return;
            }
            work();
          }
          ```

          Fixed by `--fix`: a local context that is not handed on is made in a try-with-resources statement.

          Not reported: a parent is cancelled; nobody waits for the context; code outside the analysis
          has the context.
          """,
          List.of("concurrency", "leak", "context"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.causes((exploration, cause) -> {
      if (matches(cause)) {
        Blocked blocked = cause.first();
        Origin context = context(blocked).orElseThrow();
        pass.report(
            Draft.of(INFO, context.site(), exploration, cause.stuck().trace())
                .about(context, "context")
                .related(blocked.site(), "a goroutine waits here")
                .blocked(blocked)
                .mendBy(Proposal.Kind.CLOSE_AT_END, context.site())
                .as(
                    message(
                        context,
                        "the goroutine that waits in "
                            + Wording.line(blocked.site(), context.site())
                            + " never ends")));
      }
    });
    pass.explorations()
        .forEach(exploration -> {
          for (Leftover leftover : exploration.observations().leftovers()) {
            if (leftover.waitedAt() != null) {
              Origin context = leftover.origin();
              pass.report(
                  Draft.of(INFO, context.site(), exploration, leftover.trace())
                      .about(context, "context")
                      .related(leftover.waitedAt(), "a goroutine waits here")
                      .related(leftover.waiter(), "that goroutine is started here")
                      .mendBy(Proposal.Kind.CLOSE_AT_END, context.site())
                      .as(
                          message(
                              context,
                              "the goroutine that waits in "
                                  + Wording.line(leftover.waitedAt(), context.site())
                                  + (leftover.forEver()
                                      ? " goes on for ever"
                                      : " stays until the deadline"))));
            }
          }
        });
  }

  /** Whether a goroutine waits for a context that nobody cancels any more. */
  static boolean matches(Cause cause) {
    return !cause.isCircular() && context(cause.first()).isPresent();
  }

  /** The context among the things that a goroutine waits for. */
  private static Optional<Origin> context(Blocked blocked) {
    return blocked.subjects().stream()
        .filter(subject -> subject.kind() == Blocked.Kind.A_SENDER_OR_CLOSE && !subject.nil())
        .flatMap(subject -> Optional.ofNullable(subject.origin()).stream())
        .filter(origin -> origin.maker().startsWith("Context."))
        .findFirst();
  }

  private static Message message(Origin context, String why) {
    String name = context.name() == null ? "this context" : "'" + context.name() + "'";
    return new Message(
        name + " is not cancelled on every path",
        why,
        "make it in a try-with-resources statement, or cancel it in a finally block");
  }
}
