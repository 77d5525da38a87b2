package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.ReachableCode;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explores a whole program, root by root, until all code that matters has run. */
public final class Explorations {
  private final Hierarchy hierarchy;
  private final ReachableCode reachable;
  private final Roots roots;
  private final Pairs pairs;
  private final Attempts attempts;
  private final Limits limits;

  /** Computes the facts that exploring {@code program} needs. */
  public Explorations(Program program, Limits limits) {
    this.hierarchy = new Hierarchy(program);
    CallGraph callGraph = new CallGraph(hierarchy);
    Summaries summaries = new Summaries(program, callGraph);
    this.reachable = new ReachableCode(hierarchy, callGraph);
    this.roots = new Roots(hierarchy, callGraph, summaries);
    this.pairs = new Pairs(hierarchy, callGraph, summaries);
    this.attempts = new Attempts(hierarchy, callGraph, summaries, reachable);
    this.limits = limits;
  }

  /**
   * Explores from every root: first as far as most roots ever need, then those that need more, the
   * small ones first. What is decided may cost what it costs; looks in vain end each of these
   * rounds. So a few large roots do not cost the others their turn.
   */
  public List<Exploration> explore() {
    Map<Root, List<Exploration>> found = new LinkedHashMap<>();
    Set<FunctionId> entered = new HashSet<>();
    Expense expense = new Expense(limits);
    for (Root root : roots.programs()) {
      found.put(root, List.of(look(root, expense, entered)));
    }
    Set<FunctionId> called = Set.copyOf(entered);
    for (Optional<Root> next = roots.next(entered); next.isPresent(); next = roots.next(entered)) {
      found.put(next.get(), List.of(look(next.get(), expense, entered)));
    }
    if (expense.isUsedUp()) {
      again(found, entered);
    }
    further(found, entered);
    overfill(found);
    List<Exploration> all = new ArrayList<>();
    found.values().forEach(all::addAll);
    Set<@Nullable Function> done = new HashSet<>();
    all.stream()
        .filter(exploration -> exploration.stuck().stream().anyMatch(Rescue::isAsked))
        .forEach(exploration -> done.add(exploration.root().function()));
    all.addAll(clients(called, done));
    return all;
  }

  /**
   * Lets two clients of each class call what may go wrong between them.
   *
   * @param called the functions whose callers are known
   * @param done the methods of which no more is asked: they have gone wrong, or are too large
   */
  private List<Exploration> clients(Set<FunctionId> called, Set<@Nullable Function> done) {
    List<Exploration> explorations = new ArrayList<>();
    Expense expense = new Expense(limits);
    for (Root pair : pairs.besides(called)) {
      if (!done.contains(pair.function()) && !done.contains(pair.other())) {
        Limits within = expense.isUsedUp() ? limits.glance() : limits.first();
        Exploration exploration = attempts.of(pair, within, expense, new HashSet<>());
        explorations.add(exploration);
        int overfull = attempts.overfull(pair, limits.coarser());
        if (pair.calls() > 1
            && overfull > pair.calls()
            && exploration.complete()
            && exploration.stuck().isEmpty()
            && !expense.isUsedUp()) {
          Root often = pair.often(overfull);
          exploration = attempts.of(often, limits.first().coarser(), expense, new HashSet<>());
          explorations.add(exploration);
        }
        if (!exploration.complete()) {
          done.add(pair.function());
        }
        if (!exploration.stuck().isEmpty() || !exploration.crashes().isEmpty()) {
          done.add(pair.function());
          done.add(pair.other());
        }
      }
    }
    return explorations;
  }

  /** The first look at a root. */
  private Exploration look(Root root, Expense expense, Set<FunctionId> entered) {
    Limits within = expense.isUsedUp() ? limits.glance() : limits.first();
    return attempts.of(root, within, expense, entered);
  }

  /** Gives those roots a whole first look that had only a glance. */
  private void again(Map<Root, List<Exploration>> found, Set<FunctionId> entered) {
    Expense expense = new Expense(limits);
    for (Exploration glance : undecided(found)) {
      if (expense.isUsedUp()) {
        return;
      }
      if (glance.states() < limits.first().states()) {
        Root root = glance.root();
        found.put(root, List.of(attempts.of(root, limits.first(), expense, entered)));
      }
    }
  }

  /** Explores roots again, and with coarser constants if they are still too large. */
  private void further(Map<Root, List<Exploration>> found, Set<FunctionId> entered) {
    Limits coarser = limits.coarser();
    boolean differs = attempts.isScaledBy(coarser);
    Expense expense = new Expense(limits);
    for (Exploration look : undecided(found)) {
      if (expense.isUsedUp()) {
        return;
      }
      Root root = look.root();
      if (roots.isLargelyOfInterest(root)) {
        Exploration exact = attempts.of(root, limits, expense, entered);
        found.put(
            root,
            exact.complete() || !differs || expense.isUsedUp()
                ? List.of(exact)
                : List.of(exact, attempts.of(root, coarser, expense, entered)));
      }
    }
  }

  /**
   * Explores roots again in which more might be sent than a channel has room for: how much is not
   * known, and only small numbers have been tried. Of these looks only who is stuck counts, for
   * they see less than all.
   */
  private void overfill(Map<Root, List<Exploration>> found) {
    Expense expense = new Expense(limits);
    for (Map.Entry<Root, List<Exploration>> entry : List.copyOf(found.entrySet())) {
      Root root = entry.getKey();
      Exploration few = entry.getValue().getLast();
      if (attempts.mayOverfill(root) && few.complete() && !expense.isUsedUp()) {
        Exploration plenty = attempts.overfilling(root, limits.first().coarser(), expense);
        if (plenty.failure() == null) {
          found.put(root, List.of(few, plenty.only(plenty.stuck(), List.of())));
        }
      }
    }
  }

  /** The looks at roots that were too large so far, those with the least code first. */
  private List<Exploration> undecided(Map<Root, List<Exploration>> found) {
    return found.values().stream()
        .map(List::getFirst)
        .filter(Explorations::isTooLarge)
        .sorted(Comparator.comparingInt(look -> reachable.from(look.root().function()).size()))
        .toList();
  }

  private static boolean isTooLarge(Exploration exploration) {
    return !exploration.complete() && exploration.failure() == null;
  }

  /**
   * The state space of the first root, in the order of {@link #explore()}, that runs one of {@code
   * wanted}; empty if none does.
   */
  public Optional<StateSpace> around(Set<FunctionId> wanted) {
    Set<FunctionId> entered = new HashSet<>();
    Expense expense = new Expense(limits);
    for (Root root : roots.programs()) {
      attempts.of(root, limits, expense, entered);
      if (!Collections.disjoint(entered, wanted)) {
        return Optional.of(attempts.stateSpace(root, limits));
      }
    }
    for (Optional<Root> next = roots.next(entered); next.isPresent(); next = roots.next(entered)) {
      attempts.of(next.get(), limits, expense, entered);
      if (!Collections.disjoint(entered, wanted)) {
        return Optional.of(attempts.stateSpace(next.get(), limits));
      }
    }
    return Optional.empty();
  }

  /** The program's types. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }
}
