package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Transition.Kind;
import dev.chanvet.analyzer.ir.Primitive;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Partial-order reduction: where some transition concerns only objects that nobody else can reach,
 * its order with everything the others do does not matter, and it is enough to follow it alone
 * (persistent sets, Godefroid 1996). Objects that static fields reach count as reachable by all.
 */
final class Independence {
  private Independence() {}

  /**
   * The transitions to follow from {@code state}: one that is independent of all others, or all.
   */
  static List<Transition> select(State state, List<Transition> enabled, LiveRegisters live) {
    if (enabled.size() < 2) {
      return enabled;
    }
    Map<Integer, BitSet> reach = new HashMap<>();
    BitSet global = state.reach(state.statics.values());
    for (Transition transition : enabled) {
      if (isAlone(transition, enabled) && isIndependent(state, transition, live, reach, global)) {
        return List.of(transition);
      }
    }
    return enabled;
  }

  /** Whether its goroutines have no other transition. */
  private static boolean isAlone(Transition transition, List<Transition> enabled) {
    for (Transition other : enabled) {
      if (other != transition
          && (moves(other, transition.goroutine()) || moves(other, transition.partner()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean moves(Transition transition, int goroutine) {
    return goroutine >= 0
        && (transition.goroutine() == goroutine || transition.partner() == goroutine);
  }

  private static boolean isIndependent(
      State state,
      Transition transition,
      LiveRegisters live,
      Map<Integer, BitSet> reach,
      BitSet global) {
    Goroutine mover = state.goroutine(transition.goroutine());
    Pending pending = mover.operation();
    if (pending.is(Primitive.JOIN)) {
      return true;
    }
    boolean plain =
        transition.kind() == Kind.MEET
            ? pending.is(Primitive.SEND)
                && state.goroutine(transition.partner()).operation().is(Primitive.RECEIVE)
            : transition.kind() == Kind.COMPLETE && !pending.is(Primitive.SELECT);
    if (!plain || pending.arguments().isEmpty()) {
      return false;
    }
    if (!(pending.arguments().getFirst() instanceof Value.Reference object)) {
      return false;
    }
    if (global.get(object.id()) || state.isEscaped(object.id())) {
      return false;
    }
    for (Goroutine other : state.goroutines) {
      if (other.id != transition.goroutine()
          && other.id != transition.partner()
          && reach
              .computeIfAbsent(other.id, id -> state.reach(live.values(other)))
              .get(object.id())) {
        return false;
      }
    }
    return true;
  }
}
