package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.List;
import java.util.Objects;

/**
 * What operations on counters do: wait groups, latches, semaphores, and what models count for
 * themselves.
 */
final class Counts {
  private Counts() {}

  /** Applies the operation that {@code goroutine} stands before. */
  static void apply(State state, Goroutine goroutine) {
    List<Value> a = goroutine.operation().arguments();
    HeapObject.Counter counter = state.object(a.getFirst(), HeapObject.Counter.class);
    Primitive primitive = Objects.requireNonNull(goroutine.operation().primitive());
    if (counter == null || state.isEscaped(((Value.Reference) a.getFirst()).id())) {
      Effects.deliver(
          goroutine,
          primitive == Primitive.TRY_ACQUIRE
              ? state.unknown(TypeRef.of("boolean"))
              : state.unknown(TypeRef.of("int")));
      return;
    }
    int id = ((Value.Reference) a.getFirst()).id();
    long amount = a.size() > 1 && a.get(1) instanceof Value.Int n ? n.value() : 1;
    switch (primitive) {
      case ADD -> {
        state.replace(id, new HeapObject.Counter(counter.origin(), counter.count() + amount));
        if (!goroutine.operation().isBookkeeping()) {
          Effects.log(state, goroutine, Verbs.counts(goroutine.operation(), counter, amount));
        }
        Effects.deliver(goroutine, Value.of(counter.count() + amount));
      }
      case VALUE -> Effects.deliver(goroutine, Value.of(counter.count()));
      case ACQUIRE, TIMED_ACQUIRE -> {
        state.replace(id, new HeapObject.Counter(counter.origin(), counter.count() - amount));
        Effects.log(state, goroutine, Verbs.acquires(goroutine.operation(), counter));
        Effects.deliver(goroutine, Value.TRUE);
      }
      case TRY_ACQUIRE -> {
        boolean enough = counter.count() >= amount;
        if (enough) {
          state.replace(id, new HeapObject.Counter(counter.origin(), counter.count() - amount));
        }
        Effects.deliver(goroutine, Value.of(enough));
      }
      case AWAIT_ZERO, TIMED_AWAIT_ZERO -> {
        Effects.log(state, goroutine, Verbs.seesZero(goroutine.operation(), counter));
        noteLateAdds(state, goroutine, counter);
        Effects.deliver(goroutine, Value.TRUE);
      }
      default -> throw new IllegalStateException("no counting: " + primitive);
    }
  }

  /** Whoever is about to add to a group that counts nobody comes too late for {@code awaiter}. */
  private static void noteLateAdds(State state, Goroutine awaiter, HeapObject.Counter counter) {
    Pending await = awaiter.operation();
    for (Goroutine other : state.goroutines) {
      Pending pending = other.pending;
      if (other != awaiter
          && pending != null
          && pending.is(Primitive.ADD)
          && pending.operation().startsWith("WaitGroup.")
          && pending.arguments().getFirst().equals(await.arguments().getFirst())
          && pending.arguments().get(1) instanceof Value.Int delta
          && delta.value() > 0) {
        state.observations.add(
            new Observation.LateAdd(
                counter.origin(), pending.site(), other.createdAt, await.site()));
      }
    }
  }
}
