package dev.chanvet.rules.waiting;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.MeetingPoint;
import dev.chanvet.rules.Wording;
import dev.chanvet.rules.leaking.UnguardedPeer;
import dev.chanvet.rules.starting.GoroutineNeverStarted;
import java.util.List;

/** A condition is awaited that nobody signals any more, or a future that nobody completes. */
public final class MissedSignal implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "missed-signal",
          Severity.ERROR,
          "a condition or a future is awaited that nobody signals or completes any more",
          """
          A signal wakes those who wait now; it is not kept for those who come later. Whoever waits without
          looking first, or is woken by `signal` meant for another waiter, waits for ever. So does whoever
          waits for a `CompletableFuture` that a path of its maker forgets to complete.

          ```java wrong
          go(() -> {
            lock.lock();
            ready.signal(); // may come first, and is lost
            lock.unlock();
          });
          lock.lock();
          ready.await();
          lock.unlock();
          ```

          ```java right
          go(() -> {
            lock.lock();
            isReady = true;
            ready.signalAll();
            lock.unlock();
          });
          lock.lock();
          while (!isReady) {
            ready.await();
          }
          lock.unlock();
          ```

          Not reported: waits with a timeout.
          """,
          List.of("concurrency", "deadlock", "condition"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.causes((exploration, cause) -> {
      Blocked blocked = cause.first();
      if (cause.isCircular()
          || GoroutineNeverStarted.matches(cause)
          || UnguardedPeer.matches(cause)
          || !(isSignal(blocked) || isFuture(blocked))) {
        return;
      }
      Blocked.Subject subject = blocked.subjects().getFirst();
      pass.report(
          Draft.of(INFO, blocked.site(), exploration, cause.stuck().trace())
              .about(subject.origin(), isSignal(blocked) ? "condition" : "future")
              .blocked(blocked)
              .as(
                  isSignal(blocked)
                      ? unsignalled(Wording.name(blocked, subject.origin()))
                      : incomplete(Wording.name(blocked, subject.origin()))));
    });
  }

  private static boolean isSignal(Blocked blocked) {
    return blocked.subjects().stream().anyMatch(s -> s.kind() == Blocked.Kind.A_SIGNAL);
  }

  /** Whether it waits for a future, which is made of a counter. */
  private static boolean isFuture(Blocked blocked) {
    return MeetingPoint.of(blocked) == MeetingPoint.FUTURE
        && blocked.subjects().stream().anyMatch(s -> s.kind() == Blocked.Kind.A_COUNT);
  }

  private static Message unsignalled(String condition) {
    return new Message(
        "wait for '" + condition + "' never ends",
        "on some schedule no goroutine is left that signals it",
        "wait in a loop that tests a field set under the same lock, and signal all");
  }

  private static Message incomplete(String future) {
    return new Message(
        "wait for '" + future + "' never ends",
        "on some schedule no goroutine is left that completes it",
        "complete it on every path, exceptionally where there is no result");
  }
}
