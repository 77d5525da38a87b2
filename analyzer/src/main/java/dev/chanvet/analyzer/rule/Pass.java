package dev.chanvet.analyzer.rule;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Cause;
import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Exploration.Crash;
import dev.chanvet.analyzer.explore.Root;
import dev.chanvet.analyzer.explore.Stuck;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.ir.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What a rule sees of one program, and where it reports to. */
public final class Pass {
  private final Program program;
  private final List<Exploration> explorations;
  private final List<Finding> findings = new ArrayList<>();

  /** A pass over a program that has been explored. */
  public Pass(Program program, List<Exploration> explorations) {
    this.program = program;
    this.explorations = List.copyOf(explorations);
  }

  /** The program, for rules that look at code. */
  public Program program() {
    return program;
  }

  /** What exploring each root has shown. */
  public List<Exploration> explorations() {
    return explorations;
  }

  /**
   * Hands over why goroutines are stuck, with the exploration that showed it. Left out: waits that
   * are normal (an endless loop in a program whose main has returned, a worker without work, as
   * long as nobody waits for them), and those that a client of the object under test could end.
   */
  public void causes(BiConsumer<Exploration, Cause> consumer) {
    for (Exploration exploration : explorations) {
      for (Stuck stuck : exploration.stuck()) {
        for (Cause cause : Cause.of(stuck)) {
          boolean judged =
              cause.blocked().stream()
                  .noneMatch(blocked ->
                      blocked.clientsMayHelp()
                          || (blocked.serves() && !isAwaited(blocked, stuck))
                          || (blocked.inEndlessLoop()
                              && !blocked.isOnNil()
                              && exploration.root().kind() == Root.Kind.MAIN
                              && !cause.isCircular()
                              && !isAwaitedByWhoEnds(blocked, stuck)));
          if (judged) {
            consumer.accept(exploration, cause);
          }
        }
      }
    }
  }

  private static boolean isAwaited(Blocked worker, Stuck stuck) {
    return stuck.blocked().stream()
        .anyMatch(other ->
            other.needs().contains(worker.goroutine())
                || other.delayedBy().contains(worker.goroutine()));
  }

  /** Whether somebody waits for it who is not in an endless loop as well. */
  private static boolean isAwaitedByWhoEnds(Blocked worker, Stuck stuck) {
    return stuck.blocked().stream()
        .anyMatch(other -> !other.inEndlessLoop() && other.needs().contains(worker.goroutine()));
  }

  /** Hands over operations that threw, with the exploration that showed it. */
  public void crashes(BiConsumer<Exploration, Crash> consumer) {
    for (Exploration exploration : explorations) {
      exploration.crashes().forEach(crash -> consumer.accept(exploration, crash));
    }
  }

  /** Reports a finding. */
  public void report(Finding finding) {
    findings.add(finding);
  }

  /** What has been reported. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
