package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Goroutine.Waiting;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Operations as if everybody else stood ready for them: each completes in every way that it can.
 */
final class Relaxed {

  /** The states after {@code goroutine}'s pending operation has completed in one way or another. */
  List<State> outcomes(State state, Goroutine goroutine) {
    List<State> all = new ArrayList<>();
    Pending pending = goroutine.operation();
    switch (pending.primitive()) {
      case null ->
          add(
              all,
              state,
              goroutine,
              (copy, same) -> {
                same.pending = null;
                same.cleared = true;
              });
      case SPAWN_TIMER -> add(all, state, goroutine, (copy, same) -> same.pending = null);
      case RECEIVE, TRY_RECEIVE -> {
        add(all, state, goroutine, (copy, same) -> deliver(same, received(copy)));
        add(all, state, goroutine, (copy, same) -> deliver(same, Value.NULL));
      }
      case TRY_SEND, TRY_LOCK, TRY_ACQUIRE, COMPARE_AND_SET, IS_CLOSED -> {
        add(all, state, goroutine, (copy, same) -> deliver(same, Value.TRUE));
        add(all, state, goroutine, (copy, same) -> deliver(same, Value.FALSE));
      }
      case SELECT -> {
        for (Offer offer : Offer.of(state, goroutine.id, pending)) {
          add(all, state, goroutine, (copy, same) -> choose(copy, same, offer, received(copy)));
          if (offer.kind() == Offer.Kind.RECEIVE) {
            add(all, state, goroutine, (copy, same) -> choose(copy, same, offer, Value.NULL));
          }
        }
      }
      case SIZE, VALUE, ADD ->
          add(
              all,
              state,
              goroutine,
              (copy, same) -> deliver(same, copy.unknown(TypeRef.of("int"))));
      case LOCK ->
          add(
              all,
              state,
              goroutine,
              (copy, same) -> {
                take(copy, same, same.operation().arguments().getFirst());
                deliver(same, Value.NULL);
              });
      default ->
          add(
              all,
              state,
              goroutine,
              (copy, same) -> {
                if (same.operation().is(Primitive.AWAIT_SIGNAL)) {
                  forgetConditions(copy);
                }
                Waiting waiting = same.waiting;
                if (waiting != null && waiting.lock() >= 0) {
                  take(copy, same, new Value.Reference(waiting.lock()));
                }
                same.waiting = null;
                deliver(same, Value.NULL);
              });
    }
    return all;
  }

  /** Whoever gives a signal has first changed what the waiting goroutine looks at. */
  private static void forgetConditions(State state) {
    for (int id = 0; id < state.heap.size(); id++) {
      if (state.isShared(id) && state.object(id) instanceof HeapObject.Instance object) {
        List<Value> values = new ArrayList<>(object.values());
        for (int slot = 0; slot < values.size(); slot++) {
          TypeDeclaration.Field field = object.layout().field(slot);
          Value value = values.get(slot);
          if (!field.isFinal() && (value instanceof Value.Int || value instanceof Value.Bool)) {
            values.set(slot, state.unknown(field.type()));
          }
        }
        state.replace(id, object.withValues(List.copyOf(values)));
      }
    }
  }

  private static Value received(State state) {
    Value received = state.unknown(TypeRef.UNKNOWN);
    state.decisions.assumeNotNull(received);
    return received;
  }

  private static void add(
      List<State> all, State state, Goroutine goroutine, BiConsumer<State, Goroutine> change) {
    State copy = state.copy();
    change.accept(copy, copy.goroutine(goroutine.id));
    all.add(copy);
  }

  private static void take(State state, Goroutine goroutine, Value lock) {
    if (lock instanceof Value.Reference reference) {
      State.Hold hold = state.locks.get(reference.id());
      int depth = hold != null && hold.goroutine() == goroutine.id ? hold.depth() + 1 : 1;
      state.locks.put(reference.id(), new State.Hold(goroutine.id, depth));
    }
  }

  private static void choose(State state, Goroutine goroutine, Offer offer, Value received) {
    if (offer.armObject() != null && offer.kind() == Offer.Kind.RECEIVE) {
      Offer.deliver(state, offer.armObject(), received);
    }
    deliver(goroutine, Value.of(offer.arm()));
  }

  private static void deliver(Goroutine goroutine, Value result) {
    Frame frame = goroutine.top();
    frame.set(goroutine.operation().instruction().target(), result);
    frame.position++;
    goroutine.pending = null;
  }
}
