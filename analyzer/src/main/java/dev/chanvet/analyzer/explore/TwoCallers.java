package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Exploration.Crash;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.FunctionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What of an exploration with two callers is a defect of the class that they call, rather than of
 * how they call it.
 */
final class TwoCallers {
  /** So many times more states than the root itself may have, to be sure that nobody can help. */
  private static final int MORE_TO_RESCUE = 8;

  private final Root root;
  private final Hierarchy hierarchy;
  private final Summaries summaries;
  private final Function<Limits, Explorer> explorers;
  private final Set<FunctionId> entered;

  /**
   * Prepares to judge.
   *
   * @param explorers makes explorers of the root
   * @param entered the functions that run meanwhile go here
   */
  TwoCallers(
      Root root,
      Hierarchy hierarchy,
      Summaries summaries,
      Function<Limits, Explorer> explorers,
      Set<FunctionId> entered) {
    this.root = root;
    this.hierarchy = hierarchy;
    this.summaries = summaries;
    this.explorers = explorers;
    this.entered = entered;
  }

  /** The exploration with the defects only. */
  Exploration judge(Exploration exploration, Explorer explorer, Limits within) {
    return exploration.only(
        beyondRescue(exploration, explorer, within), races(exploration, within));
  }

  /** What no further call from outside could mend. */
  private List<Stuck> beyondRescue(Exploration exploration, Explorer explorer, Limits within) {
    List<Stuck> lost = new ArrayList<>();
    for (Stuck stuck : exploration.stuck()) {
      for (Cause cause : Cause.of(stuck)) {
        if (Rescue.isAsked(cause) && isLost(stuck, cause, explorer, within)) {
          lost.add(new Stuck(cause.blocked(), stuck.alive(), stuck.trace()));
        }
      }
    }
    return lost;
  }

  private boolean isLost(Stuck stuck, Cause cause, Explorer explorer, Limits within) {
    State state = explorer.stateOf(stuck);
    Rescue rescue = new Rescue(root, hierarchy, summaries, stuck, cause);
    Explorer later = explorers.apply(within.upTo(MORE_TO_RESCUE * within.states()));
    boolean rescued = later.leadsOn(rescue.coming(state), rescue.places(state));
    entered.addAll(later.entered());
    Set<FunctionId> ran = new HashSet<>(explorer.entered());
    ran.addAll(later.entered());
    return !rescued && !rescue.mayComeFromElsewhere(state, ran);
  }

  /**
   * What throws only if clients call at the same time, and never if they call one after the other:
   * the class means to cope with these calls.
   */
  private List<Crash> races(Exploration exploration, Limits within) {
    List<Crash> panics =
        exploration.crashes().stream().filter(crash -> crash.fault().endsProgram()).toList();
    boolean copes =
        !panics.isEmpty()
            && !root.function().isStatic()
            && copesOneByOne(false, within)
            && copesOneByOne(true, within);
    return copes ? panics : List.of();
  }

  private boolean copesOneByOne(boolean secondFirst, Limits within) {
    Explorer explorer = explorers.apply(within);
    Exploration calm = explorer.explore(Clients.oneByOne(root, hierarchy, secondFirst));
    entered.addAll(explorer.entered());
    return calm.complete()
        && explorer.hasVisited(Clients::isDone)
        && calm.crashes().stream().noneMatch(crash -> crash.fault().endsProgram());
  }
}
