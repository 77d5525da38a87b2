package dev.chanvet.analyzer.explore;

import java.util.Arrays;
import java.util.List;

/**
 * What surrounds each goroutine of a state, as a number that does not depend on the order of
 * goroutines or objects: colour refinement (Weisfeiler and Leman 1968) over the graph of goroutines
 * and the objects that they hold. Goroutines of different colours play different parts, whatever
 * they look like by themselves: one worker's partner has received and another's has not.
 *
 * <p>Equal colours tell nothing, and two goroutines may be coloured alike by chance; only the order
 * of goroutines rests on it.
 */
final class Colours {
  private static final int ROUNDS = 3;

  private final State state;
  private final Interner interner;
  private final LiveRegisters live;
  private final long[] objects;
  private final long[] incoming;
  private final long[] goroutines;

  Colours(State state, Interner interner, LiveRegisters live) {
    this.state = state;
    this.interner = interner;
    this.live = live;
    this.objects = new long[state.heap.size()];
    this.incoming = new long[objects.length];
    this.goroutines = new long[state.goroutines.size()];
    for (int id = 0; id < objects.length; id++) {
      objects[id] = ofItself(id);
    }
    for (int round = 0; round < ROUNDS; round++) {
      refine();
    }
  }

  /** The colour of a goroutine that has not ended. */
  long of(Goroutine goroutine) {
    return goroutines[state.goroutines.indexOf(goroutine)];
  }

  private long ofItself(int id) {
    HeapObject object = state.object(id);
    long colour = mix(interner.number(object.origin()), state.isShared(id) ? 1 : 0);
    colour =
        switch (object) {
          case HeapObject.Channel c ->
              mix(mix(colour, c.capacity()), interner.number(c.closedAt()));
          case HeapObject.Counter c -> mix(colour, c.count());
          default -> colour;
        };
    State.Hold hold = state.locks.get(id);
    return hold == null ? colour : mix(colour, hold.depth());
  }

  private void refine() {
    Arrays.fill(incoming, 0);
    for (int i = 0; i < goroutines.length; i++) {
      Goroutine goroutine = state.goroutines.get(i);
      if (!goroutine.ended) {
        goroutines[i] = withHeld(goroutine, goroutines[i]);
      }
    }
    long[] next = new long[objects.length];
    for (int id = 0; id < objects.length; id++) {
      next[id] = mix(withContents(id), incoming[id]);
    }
    System.arraycopy(next, 0, objects, 0, next.length);
  }

  private long withContents(int id) {
    List<Value> values = live.contents(state.object(id));
    long colour = mix(objects[id], values.size());
    for (int i = 0; i < values.size(); i++) {
      colour = mix(colour, of(values.get(i)));
    }
    return colour;
  }

  /** The colour of a goroutine with what it holds; tells that in turn by whom it is held. */
  private long withHeld(Goroutine goroutine, long before) {
    long colour = mix(before, goroutine.stack.size());
    for (int depth = 0; depth < goroutine.stack.size(); depth++) {
      Frame frame = goroutine.stack.get(depth);
      long place =
          mix(mix(interner.number(frame.function.id()), frame.block), frame.position) + before;
      colour = mix(colour, place);
      LiveRegisters.Live alive = live.of(goroutine, depth);
      for (int j = 0; j < alive.registers().length; j++) {
        int register = alive.registers()[j];
        Value value = LiveRegisters.seen(frame.registers[register], alive.data()[j]);
        colour = mix(colour, held(value, mix(place, register)));
      }
    }
    if (goroutine.pending != null) {
      for (Value argument : live.arguments(goroutine.pending)) {
        colour = mix(colour, held(argument, mix(colour, 3)));
      }
    }
    return mix(colour, held(goroutine.attached, 7));
  }

  private long held(Value value, long by) {
    if (value instanceof Value.Reference reference) {
      incoming[reference.id()] += mix(by, 5);
    }
    return of(value);
  }

  private long of(Value value) {
    return switch (value) {
      case Value.Reference r -> objects[r.id()];
      case Value.Unknown u -> 9;
      case Value.Int n -> mix(11, n.value());
      default -> interner.number(value);
    };
  }

  /** A number that depends on both and on their order (Steele et al. 2014, splitmix64). */
  private static long mix(long a, long b) {
    long z = a * 31 + b + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
