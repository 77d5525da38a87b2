package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Blocked.Kind;
import dev.chanvet.analyzer.ir.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One thing that a goroutine waits for.
 *
 * @param kind what the wait needs
 * @param object the id of the channel, counter, lock, condition or handle; -1 for null
 * @param helps what somebody may do to that object to end the wait; nothing if it is for what an
 *     owner or an end brings
 */
record Wait(Kind kind, int object, Set<Primitive> helps) {
  private static final Set<Primitive> RECEIVES = Set.of(Primitive.RECEIVE, Primitive.TRY_RECEIVE);
  private static final Set<Primitive> SENDS_OR_CLOSES =
      Set.of(Primitive.SEND, Primitive.TRY_SEND, Primitive.CLOSE);
  private static final Set<Primitive> COUNTS_UP = Set.of(Primitive.ADD);
  private static final Set<Primitive> COUNTS_DOWN =
      Set.of(Primitive.ADD, Primitive.ACQUIRE, Primitive.TIMED_ACQUIRE, Primitive.TRY_ACQUIRE);
  private static final Set<Primitive> SIGNALS = Set.of(Primitive.SIGNAL, Primitive.SIGNAL_ALL);

  /** What may end a wait of that kind in {@code primitive}. */
  static Set<Primitive> helps(Kind kind, Primitive primitive) {
    return switch (kind) {
      case A_RECEIVER -> RECEIVES;
      case A_SENDER_OR_CLOSE -> SENDS_OR_CLOSES;
      case A_COUNT -> primitive == Primitive.AWAIT_ZERO ? COUNTS_DOWN : COUNTS_UP;
      case A_SIGNAL -> SIGNALS;
      case A_LOCK, AN_END -> Set.of();
    };
  }

  /** All that a goroutine waits for: several things in a select, without the disabled arms. */
  static List<Wait> of(State state, Goroutine goroutine, ArmUses arms) {
    Pending pending = goroutine.operation();
    return switch (pending.primitive()) {
      case SEND, RECEIVE, SELECT -> {
        List<Wait> waits = new ArrayList<>();
        List<Offer> offers = Offer.of(state, goroutine.id, pending);
        for (Offer offer : arms.withoutDisabled(state, pending, offers)) {
          boolean sends = offer.kind() == Offer.Kind.SEND;
          waits.add(of(sends ? Kind.A_RECEIVER : Kind.A_SENDER_OR_CLOSE, pending, offer.channel()));
        }
        yield offers.isEmpty()
            ? List.of(of(Kind.A_SENDER_OR_CLOSE, pending, Value.NULL))
            : List.copyOf(waits);
      }
      case ACQUIRE, AWAIT_ZERO -> List.of(of(Kind.A_COUNT, pending));
      case LOCK -> List.of(of(Kind.A_LOCK, pending));
      case AWAIT_SIGNAL -> {
        Goroutine.Waiting waiting = goroutine.waiting;
        yield List.of(
            waiting != null && waiting.signalled()
                ? of(Kind.A_LOCK, pending, new Value.Reference(waiting.lock()))
                : of(Kind.A_SIGNAL, pending));
      }
      case JOIN -> List.of(of(Kind.AN_END, pending));
      case null, default -> List.of();
    };
  }

  private static Wait of(Kind kind, Pending pending) {
    return of(kind, pending, pending.arguments().getFirst());
  }

  private static Wait of(Kind kind, Pending pending, Value object) {
    int id = object instanceof Value.Reference reference ? reference.id() : -1;
    return new Wait(kind, id, helps(kind, Objects.requireNonNull(pending.primitive())));
  }
}
