package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Primitive;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the goroutines of a state have to do with its objects: which each is about to use, and which
 * it reaches, so that it may use them later. A goroutine comes to reach an object only through one
 * that does.
 */
final class Footprints {
  private final State state;
  private final LiveRegisters live;
  private final List<Goroutine> goroutines = new ArrayList<>();
  private final List<@Nullable BitSet> reached = new ArrayList<>();
  private final BitSet everybodys;

  /** Whether somebody who has a goroutine's handle may interrupt it. */
  private final boolean interrupts;

  Footprints(State state, LiveRegisters live) {
    this.state = state;
    this.live = live;
    this.interrupts = live.demand().mayPerform(Primitive.INTERRUPT);
    this.everybodys = state.reach(state.statics.values());
    this.everybodys.or(state.escaped);
    for (Goroutine goroutine : state.goroutines) {
      if (!goroutine.ended) {
        goroutines.add(goroutine);
        reached.add(null);
      }
    }
  }

  /** The goroutines that have not ended. */
  List<Goroutine> goroutines() {
    return goroutines;
  }

  /** The place of a goroutine in {@link #goroutines()}; -1 if it has ended. */
  int place(int id) {
    for (int place = 0; place < goroutines.size(); place++) {
      if (goroutines.get(place).id == id) {
        return place;
      }
    }
    return -1;
  }

  /** The objects that static fields reach, or code outside the program. */
  BitSet everybodys() {
    return everybodys;
  }

  /** The objects that the goroutine at {@code place} reaches. */
  BitSet reach(int place) {
    BitSet known = reached.get(place);
    if (known == null) {
      known = state.reach(live.values(goroutines.get(place)));
      reached.set(place, known);
    }
    return known;
  }

  /**
   * The objects that the goroutine at {@code place} is about to use, its own handles among them if
   * it can be interrupted; null if not all are known.
   */
  @Nullable BitSet uses(int place) {
    Goroutine goroutine = goroutines.get(place);
    Pending pending = goroutine.pending;
    BitSet objects = new BitSet();
    if (pending == null || !collect(goroutine, pending, objects)) {
      return null;
    }
    if (interrupts
        && pending.primitive() != null
        && Operations.isInterruptible(pending.primitive())) {
      collectHandles(goroutine, objects);
    }
    return objects;
  }

  private void collectHandles(Goroutine goroutine, BitSet objects) {
    for (int id = 0; id < state.heap.size(); id++) {
      if (state.object(id) instanceof HeapObject.Handle handle
          && handle.goroutine() == goroutine.id) {
        objects.set(id);
      }
    }
  }

  private boolean collect(Goroutine goroutine, Pending pending, BitSet objects) {
    List<Value> arguments = pending.arguments();
    return switch (pending.primitive()) {
      case SEND, TRY_SEND, RECEIVE, TRY_RECEIVE, SELECT -> {
        boolean known = true;
        for (Offer offer : Offer.of(state, goroutine.id, pending)) {
          known &= !needsChannel(offer) || collect(offer.channel(), objects);
        }
        yield known;
      }
      case AWAIT_SIGNAL, TIMED_AWAIT_SIGNAL ->
          collect(arguments.get(0), objects) && collect(arguments.get(1), objects);
      case JOIN, TIMED_JOIN -> arguments.getFirst() instanceof Value.Reference;
      case SPAWN_TIMER -> true;
      case INTERRUPT -> false;
      case null -> isPause(pending) || collectAccess(pending, objects);
      default -> collect(arguments.getFirst(), objects);
    };
  }

  private static boolean needsChannel(Offer offer) {
    return offer.kind() == Offer.Kind.SEND || offer.kind() == Offer.Kind.RECEIVE;
  }

  private static boolean isPause(Pending pending) {
    return pending.instruction() instanceof Instruction.Perform perform
        && perform.primitive() == Primitive.PAUSE;
  }

  /** Access to a static field concerns everybody. */
  private static boolean collectAccess(Pending pending, BitSet objects) {
    return !pending.arguments().isEmpty() && collect(pending.arguments().getFirst(), objects);
  }

  private static boolean collect(Value value, BitSet objects) {
    return switch (value) {
      case Value.Reference reference -> {
        objects.set(reference.id());
        yield true;
      }
      case Value.Null none -> true;
      default -> false;
    };
  }

  /** The goroutine whose end the one at {@code place} waits for, if that has not come. */
  @Nullable Goroutine awaited(int place) {
    Pending pending = Objects.requireNonNull(goroutines.get(place).pending);
    boolean joins = pending.is(Primitive.JOIN) || pending.is(Primitive.TIMED_JOIN);
    HeapObject.Handle handle =
        joins ? state.object(pending.arguments().getFirst(), HeapObject.Handle.class) : null;
    Goroutine awaited = handle == null ? null : state.find(handle.goroutine());
    return awaited == null || awaited.ended ? null : awaited;
  }
}
