package dev.chanvet.rules.leaking;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Cause;
import dev.chanvet.analyzer.explore.Event;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.MeetingPoint;
import dev.chanvet.rules.Wording;
import dev.chanvet.rules.blocking.SelfDeadlock;
import dev.chanvet.rules.starting.GoroutineNeverStarted;
import java.util.List;
import java.util.Optional;

/**
 * The thread at the other end of a queue died of an exception, and nobody tells the one that waits.
 */
public final class UnguardedPeer implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "unguarded-peer",
          Severity.WARNING,
          "a thread waits at a queue for another one that an exception has ended",
          """
          An exception ends the thread that fills a queue, or the one that empties it, and a queue has no close
          that would tell the other side: it waits on. Catch what can be thrown and put an element that
          says so, or wait with a timeout and look whether the other thread is alive.

          ```java wrong
          BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
          Thread reader = new Thread(() -> {
            if (!file.canRead()) {
              throw new IllegalStateException("unreadable"); // nothing is put
            }
            sizes.add(file.size());
          });
          reader.start();
          int size = sizes.take(); // waits for ever
          ```

          ```java right
          BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
          Thread reader = new Thread(() -> {
            int size = -1;
            try {
              size = file.canRead() ? file.size() : -1;
            } finally {
              sizes.add(size);
            }
          });
          reader.start();
          int size = sizes.take();
          ```

          Not reported: a wait with a timeout; a worker that waits for more work; channels that are closed,
          for which leaked-receiver and leaked-sender speak.
          """,
          List.of("concurrency", "leak", "queue", "exception"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.causes((exploration, cause) -> {
      if (!matches(cause)) {
        return;
      }
      Blocked blocked = cause.first();
      Event failure = failure(cause).orElseThrow();
      Blocked.Subject subject = blocked.subjects().getFirst();
      Draft draft = Draft.of(INFO, blocked.site(), exploration, cause.stuck().trace());
      pass.report(
          draft
              .about(subject.origin(), MeetingPoint.ofChannelOperation(blocked).noun())
              .related(failure.site(), draft.name(failure.goroutine()) + " fails here")
              .blocked(blocked)
              .as(
                  new Message(
                      Wording.verb(blocked)
                          + " '"
                          + Wording.name(blocked, subject.origin())
                          + "' blocks for ever when the other side fails",
                      "an exception in "
                          + Wording.line(failure.site(), blocked.site())
                          + " ends what this side waits for, and nothing tells it",
                      "tell it in a finally block, or wait with a timeout")));
    });
  }

  /** Whether what was waited for did not come because somebody failed, at a queue or a future. */
  public static boolean matches(Cause cause) {
    Blocked blocked = cause.first();
    MeetingPoint place = MeetingPoint.of(blocked);
    return place != null
        && place != MeetingPoint.CHANNEL
        && !cause.isCircular()
        && failure(cause).isPresent()
        && !IgnoredOffer.matches(cause)
        && !GoroutineNeverStarted.matches(cause)
        && !SelfDeadlock.matches(cause);
  }

  private static Optional<Event> failure(Cause cause) {
    return cause.stuck().trace().events().stream()
        .filter(event -> event.goroutine() != cause.first().goroutine() && event.isFailure())
        .findFirst();
  }
}
