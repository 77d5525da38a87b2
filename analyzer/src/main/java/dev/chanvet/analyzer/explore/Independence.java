package dev.chanvet.analyzer.explore;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Partial-order reduction: where some goroutines stand before operations on objects that nobody
 * else can reach, their order with everything the others do does not matter, and it is enough to
 * follow them alone (persistent sets, Godefroid 1996).
 *
 * <p>Such a group is the closure of one goroutine that can move: who reaches an object that a
 * member is about to use is a member.
 */
final class Independence {
  private final List<Transition> enabled;
  private final Footprints footprints;

  private Independence(List<Transition> enabled, Footprints footprints) {
    this.enabled = enabled;
    this.footprints = footprints;
  }

  /** The transitions to follow from {@code state}: those of the smallest group, or all. */
  static List<Transition> select(State state, List<Transition> enabled, LiveRegisters live) {
    return enabled.size() < 2
        ? enabled
        : new Independence(enabled, new Footprints(state, live)).select();
  }

  private List<Transition> select() {
    List<Transition> best = enabled;
    Set<Integer> tried = new HashSet<>();
    for (Transition seed : enabled) {
      if (best.size() > 1 && tried.add(seed.goroutine())) {
        BitSet group = group(footprints.place(seed.goroutine()));
        if (group != null) {
          List<Transition> few = of(group);
          if (few.size() < best.size()) {
            best = few;
          }
        }
      }
    }
    return best;
  }

  private List<Transition> of(BitSet group) {
    return enabled.stream()
        .filter(transition -> group.get(footprints.place(transition.goroutine())))
        .toList();
  }

  /** The places of the goroutines of a group; null if it is everybody, or nobody knows who. */
  private @Nullable BitSet group(int seed) {
    BitSet group = new BitSet();
    Deque<Integer> work = new ArrayDeque<>();
    group.set(seed);
    work.add(seed);
    int all = footprints.goroutines().size();
    while (!work.isEmpty()) {
      int member = work.remove();
      BitSet objects = footprints.uses(member);
      if (objects == null || objects.intersects(footprints.everybodys())) {
        return null;
      }
      Goroutine awaited = footprints.awaited(member);
      for (int place = 0; place < all; place++) {
        boolean joins =
            footprints.goroutines().get(place) == awaited
                || footprints.reach(place).intersects(objects);
        if (joins && !group.get(place)) {
          group.set(place);
          work.add(place);
        }
      }
      if (group.cardinality() == all) {
        return null;
      }
    }
    return group;
  }
}
