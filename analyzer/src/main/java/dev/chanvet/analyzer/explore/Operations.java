package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Goroutine.Waiting;
import dev.chanvet.analyzer.explore.Transition.Kind;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Primitive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which transitions a state has: for each goroutine, whether its pending operation can complete
 * now, and with whom.
 */
final class Operations {
  private final Hierarchy hierarchy;
  private final Effects effects;

  Operations(Hierarchy hierarchy, Unwinding unwinding, Possession possession) {
    this.hierarchy = hierarchy;
    this.effects = new Effects(hierarchy, unwinding, possession);
  }

  Effects effects() {
    return effects;
  }

  /** Whether other goroutines can notice the primitive, or it can wait for them. */
  static boolean isVisible(Primitive primitive) {
    return switch (primitive) {
      case SEND,
          TRY_SEND,
          RECEIVE,
          TRY_RECEIVE,
          PEEK,
          CLOSE,
          IS_CLOSED,
          SIZE,
          SELECT,
          ADD,
          VALUE,
          ACQUIRE,
          TIMED_ACQUIRE,
          TRY_ACQUIRE,
          AWAIT_ZERO,
          TIMED_AWAIT_ZERO,
          LOCK,
          TIMED_LOCK,
          TRY_LOCK,
          AWAIT_SIGNAL,
          TIMED_AWAIT_SIGNAL,
          SIGNAL,
          SIGNAL_ALL,
          JOIN,
          TIMED_JOIN,
          INTERRUPT,
          COMPARE_AND_SET ->
          true;
      case CHANNEL,
          ENVIRONMENT_CHANNEL,
          CAPACITY,
          COUNTER,
          UNLOCK,
          SPAWN,
          SPAWN_TIMER,
          INTERRUPTED,
          SELF,
          ATTACH,
          ATTACHED,
          EXIT,
          CALL,
          CHOOSE,
          UNKNOWN,
          ESCAPE,
          SEQUENCE,
          APPEND,
          AT,
          PUT,
          INSERT,
          REMOVE,
          LENGTH,
          CLEAR,
          INDEX_OF,
          EQUAL,
          IS_ARRAY,
          IS_KNOWN,
          DECIDED,
          IS_SETTLED,
          HOLDS_LOCK,
          PAUSE ->
          false;
    };
  }

  /**
   * Whether the pending operation can be done at once, as part of what its goroutine does by
   * itself: it concerns objects that nobody else reaches, or it cannot wait and its model has been
   * let in.
   */
  boolean isLocal(State state, Goroutine goroutine) {
    Pending pending = goroutine.pending;
    if (pending == null || pending.primitive() == null || pending.is(Primitive.SPAWN_TIMER)) {
      return false;
    }
    Frame model = Stacks.modelFrame(goroutine, hierarchy);
    boolean admitted = model != null && model.admitted && !canWait(pending.primitive());
    boolean ownBusiness = isPrivate(state, goroutine, pending);
    boolean local = (admitted || ownBusiness) && enabled(state, goroutine).size() == 1;
    state.wide |= local && !ownBusiness;
    return local;
  }

  private static boolean isPrivate(State state, Goroutine goroutine, Pending pending) {
    for (Offer offer : Offer.of(state, goroutine.id, pending)) {
      if (isSharedOrUnknown(state, offer.channel())) {
        return false;
      }
    }
    return !pending.is(Primitive.JOIN)
        && !pending.is(Primitive.TIMED_JOIN)
        && !pending.is(Primitive.INTERRUPT)
        && !isSharedOrUnknown(state, pending.arguments().getFirst());
  }

  private static boolean isSharedOrUnknown(State state, Value value) {
    return value instanceof Value.Unknown
        || (value instanceof Value.Reference reference
            && (state.isShared(reference.id()) || state.isEscaped(reference.id())));
  }

  /** Does a local operation at once. */
  void completeLocally(State state, Goroutine goroutine) {
    if (state.uses != null) {
      state.uses.add(state, goroutine);
    }
    effects.apply(state, enabled(state, goroutine).getFirst());
  }

  /** All transitions of {@code state}, in a fixed order. */
  List<Transition> enabled(State state) {
    List<Transition> all = new ArrayList<>();
    for (Goroutine goroutine : state.goroutines) {
      if (!goroutine.ended) {
        all.addAll(enabled(state, goroutine));
      }
    }
    return all;
  }

  /** The transitions in which {@code goroutine} moves; of a meeting, in which it is the sender. */
  List<Transition> enabled(State state, Goroutine goroutine) {
    Pending pending = goroutine.pending;
    if (pending == null) {
      return List.of();
    }
    if (pending.primitive() == null) {
      return List.of(Transition.of(Kind.PROCEED, goroutine.id));
    }
    if (goroutine.interrupted && isInterruptible(pending.primitive())) {
      return List.of(Transition.of(Kind.INTERRUPT, goroutine.id));
    }
    return switch (pending.primitive()) {
      case SEND, RECEIVE, SELECT, TRY_SEND, TRY_RECEIVE ->
          channelTransitions(state, goroutine, pending);
      default ->
          canComplete(state, goroutine, pending)
              ? List.of(Transition.of(Kind.COMPLETE, goroutine.id))
              : isTimed(pending.primitive())
                  ? List.of(Transition.of(Kind.DECLINE, goroutine.id))
                  : List.of();
    };
  }

  /** Whether an interrupt ends the wait. */
  static boolean isInterruptible(Primitive primitive) {
    return isTimed(primitive)
        || switch (primitive) {
          case SEND, RECEIVE, SELECT, ACQUIRE, AWAIT_ZERO, AWAIT_SIGNAL, JOIN -> true;
          default -> false;
        };
  }

  /** Whether the operation gives up, sooner or later, when it cannot proceed. */
  private static boolean isTimed(Primitive primitive) {
    return switch (primitive) {
      case TIMED_ACQUIRE, TIMED_AWAIT_ZERO, TIMED_LOCK, TIMED_AWAIT_SIGNAL, TIMED_JOIN -> true;
      default -> false;
    };
  }

  /**
   * Whether the operation can wait; what cannot is done at once where its model has been let in.
   */
  static boolean canWait(Primitive primitive) {
    return isInterruptible(primitive) || primitive == Primitive.LOCK;
  }

  private boolean canComplete(State state, Goroutine goroutine, Pending pending) {
    Value subject = pending.arguments().isEmpty() ? Value.NULL : pending.arguments().getFirst();
    return switch (pending.primitive()) {
      case ACQUIRE, TIMED_ACQUIRE -> !isBelow(state, subject, pending.arguments().get(1));
      case AWAIT_ZERO, TIMED_AWAIT_ZERO -> {
        HeapObject.Counter counter = counter(state, subject);
        yield counter == null || counter.count() <= 0;
      }
      case LOCK, TIMED_LOCK -> lockIsFree(state, goroutine, subject);
      case AWAIT_SIGNAL, TIMED_AWAIT_SIGNAL ->
          goroutine.waiting == null
              || (isSignalled(state, goroutine.waiting)
                  && lockIsFree(state, goroutine, pending.arguments().get(1)));
      case JOIN, TIMED_JOIN -> {
        HeapObject.Handle handle = state.object(subject, HeapObject.Handle.class);
        Goroutine joined = handle == null ? null : state.find(handle.goroutine());
        yield joined == null || joined.ended;
      }
      case null, default -> true;
    };
  }

  /** Whether a signal has come, or code outside the program may give one. */
  private static boolean isSignalled(State state, Waiting waiting) {
    return waiting.signalled() || state.isEscaped(waiting.condition());
  }

  /** The counter, unless code outside the program may change it. */
  private static HeapObject.@Nullable Counter counter(State state, Value value) {
    return value instanceof Value.Reference reference && !state.isEscaped(reference.id())
        ? state.object(value, HeapObject.Counter.class)
        : null;
  }

  static boolean isBelow(State state, Value counter, Value wanted) {
    HeapObject.Counter known = counter(state, counter);
    return known != null && wanted instanceof Value.Int n && known.count() < n.value();
  }

  static boolean lockIsFree(State state, Goroutine goroutine, Value lock) {
    if (!(lock instanceof Value.Reference reference)) {
      return true;
    }
    State.Hold hold = state.locks.get(reference.id());
    return hold == null || hold.goroutine() == goroutine.id;
  }

  private List<Transition> channelTransitions(State state, Goroutine goroutine, Pending pending) {
    List<Transition> found = new ArrayList<>();
    List<Offer> offers = Offer.of(state, goroutine.id, pending);
    boolean certain = false;
    int otherwise = -1;
    int timeout = -1;
    for (Offer offer : offers) {
      if (offer.kind() == Offer.Kind.DEFAULT) {
        otherwise = offer.arm();
      } else if (offer.kind() == Offer.Kind.TIMEOUT) {
        timeout = offer.arm();
      } else if (isEnvironment(state, offer.channel())) {
        found.add(Transition.of(Kind.ENVIRONMENT, goroutine.id, offer.arm()));
        if (offer.kind() == Offer.Kind.RECEIVE && mayBeClosedOutside(state, offer.channel())) {
          found.add(Transition.of(Kind.ENVIRONMENT_CLOSED, goroutine.id, offer.arm()));
        }
      } else if (isReady(state, offer)) {
        found.add(Transition.of(Kind.COMPLETE, goroutine.id, offer.arm()));
        certain = true;
      } else if (offer.kind() == Offer.Kind.SEND) {
        meetings(state, offer, found);
      }
    }
    if (timeout >= 0 && !certain) {
      found.add(Transition.of(Kind.COMPLETE, goroutine.id, timeout));
    }
    boolean tries = pending.is(Primitive.TRY_SEND) || pending.is(Primitive.TRY_RECEIVE);
    if ((otherwise >= 0 || tries) && !certain) {
      found.add(Transition.of(Kind.DECLINE, goroutine.id, otherwise));
    }
    return found;
  }

  private static boolean isEnvironment(State state, Value channel) {
    if (channel instanceof Value.Reference reference) {
      HeapObject.Channel known = state.object(channel, HeapObject.Channel.class);
      return known == null || known.environment() || state.isEscaped(reference.id());
    }
    return !(channel instanceof Value.Null);
  }

  private static boolean mayBeClosedOutside(State state, Value channel) {
    HeapObject.Channel known = state.object(channel, HeapObject.Channel.class);
    return known == null || !known.environment();
  }

  /** Whether the channel itself lets the operation complete: room, a buffered value, closed. */
  private static boolean isReady(State state, Offer offer) {
    HeapObject.Channel channel = state.object(offer.channel(), HeapObject.Channel.class);
    if (channel == null) {
      return offer.arm() < 0; // a plain operation on null throws; such an arm is never ready
    }
    if (channel.isNil()) {
      return false;
    }
    return channel.isClosed()
        || (offer.kind() == Offer.Kind.SEND ? channel.hasRoom() : !channel.values().isEmpty());
  }

  private void meetings(State state, Offer send, List<Transition> found) {
    HeapObject.Channel channel = state.object(send.channel(), HeapObject.Channel.class);
    if (channel == null || channel.capacity() != 0) {
      return;
    }
    for (Goroutine other : state.goroutines) {
      if (other.id == send.goroutine()
          || other.pending == null
          || other.ended
          || isInterrupting(other)) {
        continue;
      }
      for (Offer receive : Offer.of(state, other.id, other.pending)) {
        if (receive.kind() == Offer.Kind.RECEIVE && receive.channel().equals(send.channel())) {
          found.add(
              new Transition(Kind.MEET, send.goroutine(), send.arm(), other.id, receive.arm()));
        }
      }
    }
  }

  private static boolean isInterrupting(Goroutine goroutine) {
    Primitive primitive = goroutine.operation().primitive();
    return goroutine.interrupted && primitive != null && isInterruptible(primitive);
  }
}
