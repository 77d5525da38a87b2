package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One channel operation that a goroutine is ready to do: its plain send or receive, or one arm of
 * its select.
 *
 * @param arm index of the select arm, or -1
 * @param kind what the arm is
 * @param channel the channel's value: a reference, null, or unknown
 * @param value what a send sends
 * @param armObject the arm's object, for a select
 */
record Offer(
    int goroutine,
    int arm,
    Kind kind,
    Value channel,
    Value value,
    Value.@Nullable Reference armObject) {
  /** The codes of {@link Primitive#SELECT}. */
  enum Kind {
    RECEIVE,
    SEND,
    TIMEOUT,
    DEFAULT
  }

  /**
   * What a goroutine that stands before {@code pending} offers; empty for what is no channel
   * operation.
   */
  static List<Offer> of(State state, int goroutine, Pending pending) {
    List<Value> a = pending.arguments();
    return switch (pending.primitive()) {
      case SEND, TRY_SEND ->
          List.of(new Offer(goroutine, -1, Kind.SEND, a.getFirst(), a.get(1), null));
      case RECEIVE, TRY_RECEIVE ->
          List.of(new Offer(goroutine, -1, Kind.RECEIVE, a.getFirst(), Value.NULL, null));
      case SELECT -> selected(state, goroutine, a.getFirst());
      case null, default -> List.of();
    };
  }

  private static final FieldRef CHANNEL = field("channel");
  private static final FieldRef KIND = field("kind");
  private static final FieldRef VALUE = field("value");

  private static FieldRef field(String name) {
    return new FieldRef(null, name);
  }

  /** The arms of a select, read from its sequence of arm objects. */
  private static List<Offer> selected(State state, int goroutine, Value arms) {
    List<Offer> offers = new ArrayList<>();
    HeapObject list = arms instanceof Value.Reference r ? state.object(r.id()) : null;
    if (list == null) {
      return offers;
    }
    for (int i = 0; i < list.values().size(); i++) {
      Value armValue = list.values().get(i);
      HeapObject.Instance arm = state.object(armValue, HeapObject.Instance.class);
      if (arm == null) {
        offers.add(
            new Offer(
                goroutine, i, Kind.RECEIVE, state.unknown(TypeRef.UNKNOWN), Value.NULL, null));
      } else {
        Kind kind =
            arm.values().get(arm.layout().slot(KIND)) instanceof Value.Int n
                ? Kind.values()[(int) n.value()]
                : Kind.TIMEOUT;
        offers.add(
            new Offer(
                goroutine,
                i,
                kind,
                arm.values().get(arm.layout().slot(CHANNEL)),
                arm.values().get(arm.layout().slot(VALUE)),
                (Value.Reference) armValue));
      }
    }
    return offers;
  }

  /** Stores what an arm received where its model looks for it. */
  static void deliver(State state, Value.Reference arm, Value received) {
    HeapObject.Instance object = state.object(arm, HeapObject.Instance.class);
    if (object != null) {
      state.replace(arm.id(), object.with(object.layout().slot(VALUE), received));
      if (state.isShared(arm.id())) {
        state.share(received);
      }
    }
  }
}
