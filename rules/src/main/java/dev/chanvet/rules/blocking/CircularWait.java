package dev.chanvet.rules.blocking;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Cause;
import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Origin;
import dev.chanvet.analyzer.explore.Root;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.rules.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goroutines wait for each other, through channels, locks, counters and joins. */
public final class CircularWait implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "circular-wait",
          Severity.ERROR,
          "two or more goroutines wait for each other",
          """
          Each goroutine of a circle waits for something that only another one of the circle would do: receive,
          unlock, count down, end. A send while holding a lock that the receiver needs is the classic.

          ```java wrong
          Channel<Integer> results = Channel.make();
          WaitGroup workers = new WaitGroup();
          workers.go(() -> results.send(1)); // waits for the receive below
          workers.await(); // waits for the worker
          int result = results.receive();
          ```

          ```java right
          Channel<Integer> results = Channel.make(1);
          WaitGroup workers = new WaitGroup();
          workers.go(() -> results.send(1));
          workers.await();
          int result = results.receive();
          ```

          Not reported: waits with a timeout or another way out.
          """,
          List.of("concurrency", "deadlock", "lock", "channel"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    Set<Circle> known = new HashSet<>();
    pass.causes((exploration, cause) -> {
      if (matches(cause) && known.add(Circle.of(exploration, cause))) {
        Blocked first = cause.first();
        Draft draft =
            Draft.of(INFO, first.site(), exploration, cause.stuck().trace())
                .about(first.subjects().getFirst().origin(), "object waited for");
        for (Blocked blocked : cause.blocked()) {
          draft.blocked(blocked);
          if (blocked != first) {
            draft.related(blocked.site(), draft.name(blocked.goroutine()) + " waits here");
          }
        }
        pass.report(draft.as(message(cause, draft)));
      }
    });
  }

  /**
   * Who waits for what. Where two take the same things in another order, each of them may come
   * first and wait inside: two situations, and one mistake.
   */
  private record Circle(Root root, Set<Origin> things, Set<@Nullable Site> goroutines) {
    static Circle of(Exploration exploration, Cause cause) {
      Set<Origin> things = new HashSet<>();
      Set<@Nullable Site> goroutines = new HashSet<>();
      for (Blocked blocked : cause.blocked()) {
        blocked.subjects().stream()
            .map(Blocked.Subject::origin)
            .filter(Objects::nonNull)
            .forEach(things::add);
        goroutines.add(blocked.startedAt());
      }
      return new Circle(exploration.root(), things, goroutines);
    }
  }

  private static boolean matches(Cause cause) {
    return cause.isCircular() || cause.first().waitsForLock();
  }

  private static Message message(Cause cause, Draft draft) {
    Blocked first = cause.first();
    if (!cause.isCircular() && first.operation().startsWith("Semaphore.")) {
      return new Message(
          "no permit of '"
              + Wording.name(first, first.subjects().getFirst().origin())
              + "' comes free",
          first.needsItself()
              ? "only later code of the same goroutine would release one"
              : "on some schedule nobody is left who would release one",
          "release in a finally block what was acquired");
    }
    if (!cause.isCircular()) {
      return new Message(
          "'"
              + Wording.name(first, first.subjects().getFirst().origin())
              + "' stays locked for ever",
          first.needsItself()
              ? "the goroutine that waits for it holds it itself"
              : "whoever locked it has ended without unlocking it",
          first.needsItself()
              ? "unlock it before it is locked again, or call code that expects it locked"
              : "unlock in a finally block");
    }
    String circle =
        cause.blocked().stream()
            .map(blocked ->
                "%s waits in %s of '%s' (line %d)"
                    .formatted(
                        draft.name(blocked.goroutine()),
                        blocked.operation(),
                        Wording.name(blocked, blocked.subjects().getFirst().origin()),
                        blocked.site().line()))
            .collect(Collectors.joining(", "));
    return new Message(
        cause.blocked().size() + " goroutines wait for each other", circle, advice(cause));
  }

  private static String advice(Cause cause) {
    if (cause.blocked().stream().allMatch(Blocked::waitsForLock)) {
      return "take the locks in the same order everywhere";
    }
    return cause.blocked().stream().anyMatch(Blocked::waitsForLock)
        ? "wait for others only when the lock is released"
        : "let one of them act before it waits: receive before awaiting, or give the channel room";
  }
}
