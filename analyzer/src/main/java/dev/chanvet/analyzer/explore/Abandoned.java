package dev.chanvet.analyzer.explore;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The goroutines of one state that will never move again, as far as that state alone tells: they
 * wait for something to happen to objects that nobody else reaches who could make it happen.
 */
final class Abandoned {
  private final Footprints footprints;
  private final BitSet abandoned = new BitSet();

  private Abandoned(State state, Operations operations, LiveRegisters live) {
    this.footprints = new Footprints(state, live);
    BitSet moving = new BitSet();
    for (Transition transition : operations.enabled(state)) {
      moving.set(footprints.place(transition.goroutine()));
      if (transition.partner() >= 0) {
        moving.set(footprints.place(transition.partner()));
      }
    }
    abandoned.set(0, footprints.goroutines().size());
    abandoned.andNot(moving);
  }

  /** Finds them, in the order of the state's goroutines. */
  static List<Goroutine> in(State state, Operations operations, LiveRegisters live) {
    return new Abandoned(state, operations, live).solve();
  }

  /** The greatest solution: a goroutine is one unless somebody who is not may help it. */
  private List<Goroutine> solve() {
    boolean changed = true;
    while (changed && !abandoned.isEmpty()) {
      changed = false;
      BitSet within = withinReach();
      for (int place : abandoned.stream().toArray()) {
        if (mayBeHelped(place, within)) {
          abandoned.clear(place);
          changed = true;
        }
      }
    }
    return abandoned.stream().mapToObj(footprints.goroutines()::get).toList();
  }

  /** What those reach who may move. */
  private BitSet withinReach() {
    BitSet within = (BitSet) footprints.everybodys().clone();
    IntStream.range(0, footprints.goroutines().size())
        .filter(place -> !abandoned.get(place))
        .forEach(place -> within.or(footprints.reach(place)));
    return within;
  }

  private boolean mayBeHelped(int place, BitSet within) {
    BitSet objects = footprints.uses(place);
    if (objects == null || objects.intersects(within)) {
      return true;
    }
    Goroutine awaited = footprints.awaited(place);
    return awaited != null && !abandoned.get(footprints.place(awaited.id));
  }
}
