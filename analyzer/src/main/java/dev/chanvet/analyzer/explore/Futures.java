package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Primitive;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
  record Future(Map<Integer, Set<Primitive>> uses) {
    boolean may(Set<Primitive> primitives, int object) {
      return uses.getOrDefault(object, Set.of()).stream().anyMatch(primitives::contains);
    }
  }

  /** The future of {@code goroutine} and of the goroutines that it will start. */
  Future of(State state, Goroutine goroutine) {
    Map<Integer, Set<Primitive>> uses = new TreeMap<>();
    Set<Key> visited = new HashSet<>();
    Deque<State> work = new ArrayDeque<>();
    Set<Integer> frozen = new HashSet<>();
    state.goroutines.forEach(other -> frozen.add(other.id));
    frozen.remove(goroutine.id);
    boolean first = true;
    State start = state.copy();
    start.uses = uses;
    work.add(start);
    int steps = 0;
    while (!work.isEmpty()) {
      State current = work.remove();
      for (Goroutine mover : List.copyOf(current.goroutines)) {
        if (frozen.contains(mover.id) || mover.ended || mover.pending == null) {
          continue;
        }
        if (!first) {
          record(uses, current, mover.pending);
        }
        for (State next : relaxed.outcomes(current, mover)) {
          for (State settled : interpreter.settle(next)) {
            if (++steps > LONGEST) {
              interpreter.wasBounded();
              return new Future(uses);
            }
            if (visited.add(Canonical.of(settled, interner, live).key())) {
              work.add(settled);
            }
          }
        }
      }
      first = false;
    }
    interpreter.wasBounded();
    return new Future(uses);
  }

  /** Writes down what {@code pending} would do to which objects. */
  static void record(Map<Integer, Set<Primitive>> uses, State state, Pending pending) {
    if (pending.primitive() == null) {
      return;
    }
    if (pending.is(Primitive.SELECT)) {
      for (Offer offer : Offer.of(state, -1, pending)) {
        if (offer.channel() instanceof Value.Reference channel) {
          add(
              uses,
              channel.id(),
              offer.kind() == Offer.Kind.SEND ? Primitive.SEND : Primitive.RECEIVE);
        }
      }
    } else {
      for (Value argument : pending.arguments()) {
        if (argument instanceof Value.Reference object) {
          add(uses, object.id(), pending.primitive());
        }
      }
    }
  }

  private static void add(Map<Integer, Set<Primitive>> uses, int object, Primitive primitive) {
    uses.computeIfAbsent(object, id -> new HashSet<>()).add(primitive);
  }
}
