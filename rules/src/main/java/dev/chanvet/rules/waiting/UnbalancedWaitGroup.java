package dev.chanvet.rules.waiting;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Fault;
import dev.chanvet.analyzer.explore.Observations.LateAdd;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.Proposal;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Wording;
import java.util.List;
import java.util.Set;

/** A count that is awaited never reaches zero, or falls below it. */
public final class UnbalancedWaitGroup implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "unbalanced-wait-group",
          Severity.ERROR,
          "a WaitGroup or latch is not counted down as often as it was counted up",
          """
          `await` returns when every `add` has had its `done`. A `done` that an early return or an exception
          skips, or that would only come after the `await`, makes it wait for ever; one `done` too
          many throws. An `add` inside the goroutine that is awaited may come too late: the `await` finds zero
          and does not wait.

          ```java wrong
          WaitGroup group = new WaitGroup();
          group.add(1);
          go(() -> {
            if (!ready()) {
              return; // without done
            }
            group.done();
          });
          group.await();
          ```

          ```java right
          WaitGroup group = new WaitGroup();
          group.go(() -> {
            if (!ready()) {
              return;
            }
            work();
          });
          group.await();
          ```

          Fixed by `--fix`: an `add` that begins the goroutine moves in front of the call that starts it.

          Not reported: an await with a timeout; a WaitGroup that code outside the analysis can reach.
          """,
          List.of("concurrency", "deadlock", "wait-group"));

  private static final Set<String> COUNTERS =
      Set.of("WaitGroup", "CountDownLatch", "Phaser", "CyclicBarrier");

  /** Those at which each party counts once a round. */
  private static final Set<String> MEETINGS = Set.of("Phaser", "CyclicBarrier");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.causes((exploration, cause) -> {
      Blocked blocked = cause.first();
      if (!cause.isCircular() && isCount(blocked)) {
        Blocked.Subject subject = blocked.subjects().getFirst();
        pass.report(
            Draft.of(INFO, blocked.site(), exploration, cause.stuck().trace())
                .about(subject.origin(), "counter")
                .blocked(blocked)
                .as(neverZero(blocked, subject)));
      }
    });
    pass.crashes((exploration, crash) -> {
      Fault fault = crash.fault();
      if (fault.operation().startsWith("WaitGroup.")
          && fault.exception().equals("java.lang.IllegalStateException")
          && fault.caught() != Fault.Caught.BY_NAME) {
        pass.report(
            Draft.of(INFO, fault.site(), exploration, crash.trace())
                .panicked(fault.goroutine(), "IllegalStateException")
                .as(belowZero()));
      }
    });
    for (Exploration exploration : pass.explorations()) {
      for (LateAdd add : exploration.observations().lateAdds()) {
        pass.report(
            Draft.of(INFO, add.site(), exploration, add.trace())
                .about(add.group(), "counter")
                .related(add.adder(), "the goroutine that adds is started here")
                .related(add.awaited(), "it is awaited here")
                .mendBy(Proposal.Kind.BEFORE_START, add.site())
                .as(tooLate(add)));
      }
    }
  }

  /**
   * Whether it waits for a counter that is meant to be counted down, unlike a lock's or
   * semaphore's.
   */
  public static boolean isCount(Blocked blocked) {
    return blocked.subjects().stream().anyMatch(s -> s.kind() == Blocked.Kind.A_COUNT)
        && COUNTERS.contains(owner(blocked));
  }

  private static Message neverZero(Blocked blocked, Blocked.Subject subject) {
    boolean meets = MEETINGS.contains(owner(blocked));
    String name = subject.origin() == null ? null : subject.origin().name();
    return new Message(
        (name == null ? "the " + noun(blocked) : "'" + name + "'") + " is awaited for ever",
        meets
            ? "on some schedule too few parties are left that come to it"
            : "on some schedule nobody is left who would count it down",
        meets
            ? "let every party come as often as the others, or leave in a finally block"
            : owner(blocked).equals("WaitGroup")
                ? "count down in a finally block, or start the work with WaitGroup.go"
                : "count down in a finally block");
  }

  private static String owner(Blocked blocked) {
    return blocked.operation().replaceFirst("\\..*", "");
  }

  private static String noun(Blocked blocked) {
    return switch (owner(blocked)) {
      case "CyclicBarrier" -> "barrier";
      case "Phaser" -> "phaser";
      case "CountDownLatch" -> "latch";
      default -> "wait group";
    };
  }

  private static Message tooLate(LateAdd add) {
    return new Message(
        "'" + Wording.name(add.group()) + "' can be awaited before this add",
        "on some schedule the await finds the count at zero while this goroutine is yet to add to it",
        "call add before the goroutine is started, or start it with WaitGroup.go");
  }

  private static Message belowZero() {
    return new Message(
        "done is called more often than add",
        "the counter falls below zero, which throws",
        "call done once for each add; add before the goroutine is started");
  }
}
