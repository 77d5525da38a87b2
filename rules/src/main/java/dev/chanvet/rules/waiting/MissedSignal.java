package dev.chanvet.rules.waiting;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Wording;
import java.util.List;

/** A condition is awaited that nobody signals any more. */
public final class MissedSignal implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "missed-signal",
          Severity.ERROR,
          "a condition is awaited that nobody signals any more",
          """
          A signal wakes those who wait now; it is not kept for those who come later. Whoever waits without
          looking first, or is woken by `signal` meant for another waiter, waits for ever.

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
      boolean signal = blocked.subjects().stream().anyMatch(s -> s.kind() == Blocked.Kind.A_SIGNAL);
      if (!cause.isCircular() && signal) {
        Blocked.Subject subject = blocked.subjects().getFirst();
        pass.report(
            Draft.of(INFO, blocked.site(), exploration, cause.stuck().trace())
                .about(subject.origin(), "condition")
                .blocked(blocked)
                .as(
                    new Message(
                        "wait for '" + Wording.name(subject.origin()) + "' never ends",
                        "on some schedule no goroutine is left that signals it",
                        "wait in a loop that tests a field set under the same lock, and signal"
                            + " all")));
      }
    });
  }
}
