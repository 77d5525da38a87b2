package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Uses.Use;
import dev.chanvet.analyzer.ir.Primitive;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a goroutine would do in its future if nothing made it wait: it runs on alone, every
 * operation completes in every way that it could, and what it does to which object is written down.
 * So a stuck goroutine can tell who would have come to its help, and an open channel who may still
 * send.
 *
 * <p>Over-approximates up to a bound on steps, nearest code first; what lies beyond it is not seen.
 */
final class Futures {
  private static final int LONGEST = 400;

  private final Interpreter interpreter;
  private final Interner interner;
  private final LiveRegisters live;
  private final Relaxed relaxed = new Relaxed();

  Futures(Interpreter interpreter, Interner interner, LiveRegisters live) {
    this.interpreter = interpreter;
    this.interner = interner;
    this.live = live;
  }

  /**
   * The operations in a goroutine's future, without the one that it stands before.
   *
   * @param uses by object id: what is done to it
   */
  record Future(Map<Integer, Set<Use>> uses) {
    boolean may(Set<Primitive> primitives, int object) {
      return uses(primitives, object).findAny().isPresent();
    }

    /** Of those operations, what is done to an object. */
    Stream<Use> uses(Set<Primitive> primitives, int object) {
      return uses.getOrDefault(object, Set.of()).stream()
          .filter(use -> primitives.contains(use.primitive()));
    }
  }

  private record Place(Key key, Map<Integer, Integer> taken) {}

  /** The future of {@code goroutine} and of the goroutines that it will start. */
  Future of(State state, Goroutine goroutine) {
    Uses uses = new Uses(goroutine.id);
    Set<Place> visited = new HashSet<>();
    Deque<State> work = new ArrayDeque<>();
    Set<Integer> frozen = new HashSet<>();
    state.goroutines.forEach(other -> frozen.add(other.id));
    frozen.remove(goroutine.id);
    boolean first = true;
    State start = state.copy();
    start.uses = uses;
    if (goroutine.pending != null) {
      uses.pass(goroutine.pending);
    }
    work.add(start);
    int steps = 0;
    while (!work.isEmpty()) {
      State current = work.remove();
      for (Goroutine mover : List.copyOf(current.goroutines)) {
        if (frozen.contains(mover.id) || mover.ended || mover.pending == null) {
          continue;
        }
        Uses now = Objects.requireNonNull(current.uses).copy();
        if (!first) {
          now.add(current, mover);
        }
        for (State next : relaxed.outcomes(current, mover)) {
          next.uses = now.copy();
          for (State settled : interpreter.settle(next)) {
            if (++steps > LONGEST) {
              interpreter.wasBounded();
              return new Future(uses.found());
            }
            Key key = Canonical.of(settled, interner, live).key();
            if (visited.add(new Place(key, Objects.requireNonNull(settled.uses).taken()))) {
              work.add(settled);
            }
          }
        }
      }
      first = false;
    }
    interpreter.wasBounded();
    return new Future(uses.found());
  }
}
