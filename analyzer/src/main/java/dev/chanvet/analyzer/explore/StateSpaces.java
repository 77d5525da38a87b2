package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Graph.Node;
import dev.chanvet.analyzer.explore.StateSpace.Fate;
import dev.chanvet.analyzer.explore.StateSpace.Move;
import dev.chanvet.analyzer.explore.StateSpace.Snapshot;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Puts what an explorer visited into words. */
final class StateSpaces {
  private final Root root;
  private final Hierarchy hierarchy;
  private final Journal journal;
  private final Names.Cast cast;

  StateSpaces(Root root, Hierarchy hierarchy, Journal journal) {
    this.root = root;
    this.hierarchy = hierarchy;
    this.journal = journal;
    this.cast = new Names.Cast(root.kind() == Root.Kind.MAIN ? "main" : "the caller");
  }

  StateSpace of(Graph graph, Set<FunctionId> entered, Slice slice, boolean complete) {
    List<Function> model =
        entered.stream()
            .map(hierarchy.program()::function)
            .filter(Objects::nonNull)
            .filter(function -> !hierarchy.isModel(function.owner()) && !slice.isIdle(function))
            .sorted(Comparator.comparing(Function::site).thenComparing(Function::id))
            .map(slice::of)
            .toList();
    List<Snapshot> states = new ArrayList<>();
    for (Node node : graph.nodes) {
      StatePrinter printer = new StatePrinter(node.state, hierarchy, cast);
      states.add(
          new Snapshot(
              node.index,
              node.parent == null,
              printer.goroutines(),
              printer.objects(),
              fate(node)));
    }
    TransitionPrinter transitions = new TransitionPrinter(cast);
    List<Move> steps =
        journal.entries.stream()
            .map(entry ->
                new Move(
                    entry.from().index,
                    entry.to().index,
                    transitions.print(entry.from().state, entry.by(), entry.events())))
            .distinct()
            .sorted(Comparator.comparingInt(Move::from))
            .toList();
    return new StateSpace(root, model, states, steps, journal.cut.size(), complete);
  }

  private Fate fate(Node node) {
    if (journal.cut.contains(node)) {
      return Fate.CUT;
    }
    if (journal.ends.contains(node)) {
      return Fate.CRASH;
    }
    if (!node.successors.isEmpty() || node.open) {
      return Fate.GOES_ON;
    }
    boolean over = node.state.goroutines.stream().allMatch(goroutine -> goroutine.ended);
    return over ? Fate.END : Fate.STUCK;
  }
}
