package dev.chanvet.rules.leaking;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Cause;
import dev.chanvet.analyzer.explore.Event;
import dev.chanvet.analyzer.explore.Observations.Loss;
import dev.chanvet.analyzer.explore.Origin;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.MeetingPoint;
import dev.chanvet.rules.Wording;
import java.util.List;
import java.util.Optional;

/** An offer fails, nobody looks at its result, and the value is missed. */
public final class IgnoredOffer implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "ignored-offer",
          Severity.WARNING,
          "the result of an offer is ignored, and the value that it loses is missed",
          """
          `offer` does not wait: when the queue is full, or nobody stands at a `SynchronousQueue`, it answers
          false and the value is gone. A last element that is lost this way leaves its consumer waiting for
          ever.

          ```java wrong
          BlockingQueue<Integer> lines = new ArrayBlockingQueue<>(1);
          Thread printer = new Thread(() -> {
            try {
              while (lines.take() != 0) {
                Thread.onSpinWait();
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
          printer.start();
          lines.put(1);
          lines.offer(0); // lost while the printer has not taken the first
          printer.join();
          ```

          ```java right
          BlockingQueue<Integer> lines = new ArrayBlockingQueue<>(1);
          Thread printer = new Thread(() -> {
            try {
              while (lines.take() != 0) {
                Thread.onSpinWait();
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
          printer.start();
          lines.put(1);
          lines.put(0);
          printer.join();
          ```

          Reported if somebody then waits for ever at the queue, or if the queue has no room at all, so that
          every value is lost for which nobody stands ready.

          Not reported: a wake-up token, a pool that gets a buffer back, a cache that may forget: there a lost
          value does no harm.
          """,
          List.of("concurrency", "queue"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.causes((exploration, cause) -> {
      if (matches(cause)) {
        Blocked blocked = cause.first();
        Event loss = loss(cause).orElseThrow();
        Origin queue = blocked.subjects().getFirst().origin();
        pass.report(
            Draft.of(INFO, loss.site(), exploration, cause.stuck().trace())
                .about(queue, "queue")
                .related(blocked.site(), "the value is waited for here")
                .blocked(blocked)
                .as(
                    message(
                        Wording.name(blocked, queue),
                        "the "
                            + Wording.verb(blocked)
                            + " it in "
                            + Wording.line(blocked.site(), loss.site())
                            + " then waits for ever")));
      }
    });
    pass.explorations()
        .forEach(exploration -> {
          for (Loss loss : exploration.observations().losses()) {
            if (loss.capacity() == 0 && !loss.token()) {
              pass.report(
                  Draft.of(INFO, loss.site(), exploration, loss.trace())
                      .about(loss.queue(), "queue")
                      .as(
                          message(
                              Wording.name(loss.queue()),
                              "the queue has no room, so that nothing is handed over unless somebody"
                                  + " waits for it at this moment")));
            }
          }
        });
  }

  private static Message message(String queue, String why) {
    return new Message(
        "what is offered to '" + queue + "' may be lost",
        why,
        "put it, offer it with a timeout, or look at the result");
  }

  /** Whether somebody waits at a queue that has lost a value. */
  static boolean matches(Cause cause) {
    return !cause.isCircular() && loss(cause).isPresent();
  }

  private static Optional<Event> loss(Cause cause) {
    Blocked blocked = cause.first();
    Origin queue = blocked.subjects().getFirst().origin();
    if (MeetingPoint.of(blocked) != MeetingPoint.QUEUE || blocked.wantsToSend() || queue == null) {
      return Optional.empty();
    }
    return cause.stuck().trace().events().stream()
        .filter(event -> event.isLoss() && event.concerns(queue))
        .findFirst();
  }
}
