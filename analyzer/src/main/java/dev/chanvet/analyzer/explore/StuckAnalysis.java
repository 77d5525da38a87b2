package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Graph.Node;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.Primitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds who is stuck where nothing leads on, and who goes on for ever without getting anywhere. */
final class StuckAnalysis {
  private final Root root;
  private final Operations operations;
  private final ArmUses arms;
  private final EndlessLoops endlessLoops;
  private final Explanations explanations;

  StuckAnalysis(
      Root root,
      Hierarchy hierarchy,
      Summaries summaries,
      Operations operations,
      Futures futures,
      ArmUses arms) {
    this.root = root;
    this.operations = operations;
    this.arms = arms;
    this.endlessLoops = new EndlessLoops(hierarchy);
    this.explanations = new Explanations(root, hierarchy, summaries, futures, arms, endlessLoops);
  }

  /**
   * The goroutines that are stuck in a component that nothing leads out of; none if the same
   * situation is in {@code seen} already.
   */
  List<Blocked> of(List<Node> bottom, Set<String> seen) {
    State state = bottom.getFirst().state;
    List<Goroutine> stuck = stuckIn(bottom);
    return stuck.isEmpty() || !seen.add(signature(state, stuck))
        ? List.of()
        : explanations.of(state, stuck);
  }

  /** Whether somebody is stuck in a component that nothing leads out of. */
  boolean holds(List<Node> bottom) {
    return !stuckIn(bottom).isEmpty();
  }

  /**
   * The goroutines that are stuck in a state whatever follows: nobody who can still move reaches
   * what they wait for. None if the same situation is in {@code seen} already.
   */
  List<Blocked> abandoned(State state, LiveRegisters live, Set<String> seen) {
    List<Goroutine> stuck = Abandoned.in(state, operations, live);
    return stuck.isEmpty() || !seen.add(signature(state, stuck))
        ? List.of()
        : explanations.of(state, stuck);
  }

  /** A goroutine that comes back to a select for ever. */
  record Restless(Node node, Goroutine goroutine) {}

  /**
   * The goroutines that go on for ever in a component that nothing leads out of, though their code
   * is made to end, each where it stands before a select.
   */
  List<Restless> restless(List<Node> bottom) {
    List<Restless> found = new ArrayList<>();
    if (Graph.goesOn(bottom)) {
      Set<String> moving = movingIn(bottom);
      for (Node node : bottom) {
        for (Goroutine goroutine : node.state.goroutines) {
          if (goroutine.pending != null
              && goroutine.pending.is(Primitive.SELECT)
              && moving.contains(Places.of(goroutine))
              && !(root.kind() == Root.Kind.MAIN && endlessLoops.holds(goroutine))) {
            found.add(new Restless(node, goroutine));
          }
        }
      }
    }
    return found;
  }

  private List<Goroutine> stuckIn(List<Node> bottom) {
    Set<String> moving = movingIn(bottom);
    return bottom.getFirst().state.goroutines.stream()
        .filter(goroutine -> !goroutine.ended && goroutine.pending != null)
        .filter(goroutine -> !moving.contains(Places.of(goroutine)))
        .toList();
  }

  private Set<String> movingIn(List<Node> bottom) {
    Set<String> moving = new HashSet<>();
    for (Node node : bottom) {
      moving.addAll(Places.moving(node.state, operations.enabled(node.state)));
    }
    return moving;
  }

  private String signature(State state, List<Goroutine> stuck) {
    Set<String> parts = new TreeSet<>();
    for (Goroutine goroutine : stuck) {
      StringBuilder part = new StringBuilder(Places.of(goroutine));
      for (Wait wait : Wait.of(state, goroutine, arms)) {
        part.append(wait.object() < 0 ? "null" : state.object(wait.object()).origin().toString());
      }
      parts.add(part.toString());
    }
    return parts.toString();
  }
}
