package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Graph.Node;
import dev.chanvet.analyzer.explore.Observations.Spin;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds loops that never wait: cycles of states in which nobody does anything but take a select's
 * default arm, receive from a closed channel, and look at variables.
 */
final class Spins {
  /** What a step asks whose answer leads straight on. */
  private enum Question {
    SELECT,
    RECEIVE,
    OTHER
  }

  /** A step that waits for nobody; {@code worked} tells whether user code did something on it. */
  private record Move(Node from, Node to, Question question, Site site, boolean worked) {}

  private final Hierarchy hierarchy;
  private final Map<Integer, List<Move>> moves = new HashMap<>();
  private @Nullable Question question;
  private @Nullable Site site;

  Spins(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Looks at a transition that {@code state} is about to make. */
  void begin(State state, Transition transition) {
    Goroutine goroutine = state.goroutine(transition.goroutine());
    Pending pending = goroutine.operation();
    site = pending.site();
    question =
        switch (transition.kind()) {
          case DECLINE -> pending.is(Primitive.SELECT) ? Question.SELECT : null;
          case PROCEED -> Question.OTHER;
          case COMPLETE -> completed(state, goroutine, pending);
          case MEET, ENVIRONMENT, ENVIRONMENT_CLOSED, INTERRUPT -> null;
        };
  }

  private @Nullable Question completed(State state, Goroutine goroutine, Pending pending) {
    return switch (pending.primitive()) {
      case VALUE, SIZE, IS_CLOSED, PEEK -> Question.OTHER;
      case RECEIVE -> {
        Value subject = pending.arguments().getFirst();
        HeapObject.Channel channel = state.object(subject, HeapObject.Channel.class);
        boolean empty = channel != null && channel.values().isEmpty();
        yield empty && !Stacks.ignoresResult(goroutine, hierarchy) ? Question.RECEIVE : null;
      }
      case null, default -> null;
    };
  }

  /** Looks at where that transition has led to. */
  void end(Node from, Node to, State state) {
    boolean quiet =
        !state.guessed
            && state.faults.isEmpty()
            && state.events.stream().noneMatch(event -> event.choice() || event.starts() > 0);
    if (question != null && site != null && quiet) {
      moves
          .computeIfAbsent(from.index, i -> new ArrayList<>())
          .add(new Move(from, to, question, site, state.worked));
    }
  }

  /** The selects that are asked again and again. */
  List<Spin> selects(Function<Node, Trace> trace) {
    return found(Question.SELECT, move -> !move.worked, trace);
  }

  /** The receives that are asked for ever: nothing leads out of {@code bottoms}. */
  List<Spin> receives(List<List<Node>> bottoms, Function<Node, Trace> trace) {
    Set<Node> inside = new HashSet<>();
    bottoms.forEach(inside::addAll);
    return found(Question.RECEIVE, move -> inside.contains(move.from), trace);
  }

  private List<Spin> found(Question question, Predicate<Move> counts, Function<Node, Trace> trace) {
    Map<Site, Spin> found = new LinkedHashMap<>();
    moves.keySet().stream()
        .sorted()
        .flatMap(index -> moves.getOrDefault(index, List.of()).stream())
        .filter(move -> move.question == question && counts.test(move))
        .forEach(move -> {
          if (!found.containsKey(move.site) && leadsBack(move, counts)) {
            found.put(move.site, new Spin(move.site, trace.apply(move.from)));
          }
        });
    return new ArrayList<>(found.values());
  }

  private boolean leadsBack(Move start, Predicate<Move> counts) {
    BitSet seen = new BitSet();
    Deque<Node> work = new ArrayDeque<>(List.of(start.to));
    while (!work.isEmpty()) {
      Node node = work.remove();
      if (node == start.from) {
        return true;
      }
      if (!seen.get(node.index)) {
        seen.set(node.index);
        moves.getOrDefault(node.index, List.of()).stream()
            .filter(counts)
            .forEach(move -> work.add(move.to));
      }
    }
    return false;
  }
}
