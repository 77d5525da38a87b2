package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Graph.Node;
import dev.chanvet.analyzer.explore.Observations.Spin;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds selects that are asked again and again: cycles of states in which nobody waits or does
 * anything but take a select's default arm and look at variables.
 */
final class Spins {
  /** An idle step to another state; {@code select} is where a default arm was taken, or null. */
  private record Move(Node from, Node to, @Nullable Site select) {}

  private final Map<Integer, List<Move>> moves = new HashMap<>();
  private boolean idle;
  private @Nullable Site select;

  /** Looks at a transition that {@code state} is about to make. */
  void begin(State state, Transition transition) {
    Pending pending = state.goroutine(transition.goroutine()).operation();
    select = null;
    idle =
        switch (transition.kind()) {
          case DECLINE -> {
            select = pending.site();
            yield pending.is(Primitive.SELECT);
          }
          case PROCEED -> true;
          case COMPLETE ->
              pending.is(Primitive.VALUE)
                  || pending.is(Primitive.SIZE)
                  || pending.is(Primitive.IS_CLOSED)
                  || pending.is(Primitive.PEEK);
          case MEET, ENVIRONMENT, ENVIRONMENT_CLOSED, INTERRUPT -> false;
        };
  }

  /** Looks at where that transition has led to. */
  void end(Node from, Node to, State state) {
    boolean nothingElse =
        !state.worked
            && state.faults.isEmpty()
            && state.events.stream().noneMatch(event -> event.choice() || event.starts() > 0);
    if (idle && nothingElse) {
      moves.computeIfAbsent(from.index, i -> new ArrayList<>()).add(new Move(from, to, select));
    }
  }

  List<Spin> found(Function<Node, Trace> trace) {
    Map<Site, Spin> found = new LinkedHashMap<>();
    moves.keySet().stream()
        .sorted()
        .flatMap(index -> moves.getOrDefault(index, List.of()).stream())
        .forEach(move -> {
          if (move.select != null && !found.containsKey(move.select) && leadsBack(move)) {
            found.put(move.select, new Spin(move.select, trace.apply(move.from)));
          }
        });
    return new ArrayList<>(found.values());
  }

  private boolean leadsBack(Move start) {
    BitSet seen = new BitSet();
    Deque<Node> work = new ArrayDeque<>(List.of(start.to));
    while (!work.isEmpty()) {
      Node node = work.remove();
      if (node == start.from) {
        return true;
      }
      if (!seen.get(node.index)) {
        seen.set(node.index);
        moves.getOrDefault(node.index, List.of()).forEach(move -> work.add(move.to));
      }
    }
    return false;
  }
}
