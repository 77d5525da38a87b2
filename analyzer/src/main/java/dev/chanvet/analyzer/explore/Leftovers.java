package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Observations.Leftover;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Primitive;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds what only its own clock will end: a context with a deadline that a goroutine waits for, and
 * a ticker, in a state where nobody else holds them. What code outside the program may reach counts
 * as held. When the first goroutine of a main program has ended, all else ends with it.
 */
final class Leftovers {
  private static final String CONTEXT = "dev.chanvet.runtime.Context";
  private static final String TICKER = "dev.chanvet.runtime.Ticker";
  private static final String WITH_TIMEOUT = "Context.withTimeout";
  private static final String WITH_CANCEL = "Context.withCancel";
  private static final Set<Primitive> CLOSES = Set.of(Primitive.CLOSE);

  /** A goroutine's future is dear to compute: so often is enough for one exploration. */
  private static final int MOST_FUTURES = 40;

  private final Root root;
  private final LiveRegisters live;
  private final Futures futures;
  private final Map<Origin, Leftover> found = new LinkedHashMap<>();
  private int asked;

  Leftovers(Root root, LiveRegisters live, Futures futures) {
    this.root = root;
    this.live = live;
    this.futures = futures;
  }

  List<Leftover> found() {
    return new ArrayList<>(found.values());
  }

  void note(State state, Supplier<Trace> trace) {
    if (root.kind() == Root.Kind.MAIN && state.find(1) == null) {
      return;
    }
    for (int id = 0; id < state.heap.size(); id++) {
      if (state.object(id) instanceof HeapObject.Instance object && !state.isEscaped(id)) {
        if (object.layout().type().equals(TICKER)) {
          noteTicker(state, object, trace);
        } else if (object.layout().type().equals(CONTEXT)) {
          noteContext(state, id, object, trace);
        }
      }
    }
  }

  /**
   * Looks at a select that a goroutine comes back to for ever: where it waits for a context as
   * well, nobody cancels that any more.
   */
  void noteRestless(State state, Goroutine goroutine, Supplier<Trace> trace) {
    for (Offer offer : Offer.of(state, goroutine.id, goroutine.operation())) {
      HeapObject.Channel done = state.object(offer.channel(), HeapObject.Channel.class);
      if (done != null
          && goroutine.createdAt != null
          && done.origin().maker().equals(WITH_CANCEL)
          && !state.isEscaped(((Value.Reference) offer.channel()).id())) {
        found.computeIfAbsent(
            done.origin(),
            origin ->
                new Leftover(
                    origin, goroutine.operation().site(), goroutine.createdAt, true, trace.get()));
      }
    }
  }

  private void noteTicker(State state, HeapObject.Instance ticker, Supplier<Trace> trace) {
    Value running = field(ticker, "running");
    HeapObject.Counter counter = state.object(running, HeapObject.Counter.class);
    if (counter == null || counter.count() == 0 || found.containsKey(counter.origin())) {
      return;
    }
    BitSet held = heldBy(state, state.goroutines);
    Value core = core(state, ticker, "channel");
    if (!isIn(held, running) && !isIn(held, core)) {
      found.put(counter.origin(), new Leftover(counter.origin(), null, null, true, trace.get()));
    }
  }

  private void noteContext(
      State state, int id, HeapObject.Instance context, Supplier<Trace> trace) {
    Value core = core(state, context, "done");
    HeapObject.Channel done = state.object(core, HeapObject.Channel.class);
    if (done == null
        || done.isClosed()
        || !done.origin().maker().equals(WITH_TIMEOUT)
        || found.containsKey(done.origin())) {
      return;
    }
    List<Goroutine> waiters = new ArrayList<>();
    List<Goroutine> others = new ArrayList<>();
    for (Goroutine goroutine : state.goroutines) {
      (waitsFor(state, goroutine, core) ? waiters : others).add(goroutine);
    }
    Goroutine waiter = waiters.isEmpty() ? null : waiters.getFirst();
    if (waiter == null
        || waiter.createdAt == null
        || isMadeBy(waiter, done.origin())
        || heldBy(state, others).get(id)) {
      return;
    }
    int channel = ((Value.Reference) core).id();
    for (Goroutine each : waiters) {
      if (++asked > MOST_FUTURES || futures.of(state, each).may(CLOSES, channel)) {
        return;
      }
    }
    found.put(
        done.origin(),
        new Leftover(
            done.origin(), waiter.operation().site(), waiter.createdAt, false, trace.get()));
  }

  private static boolean waitsFor(State state, Goroutine goroutine, Value channel) {
    return goroutine.pending != null
        && Offer.of(state, goroutine.id, goroutine.pending).stream()
            .anyMatch(offer -> offer.channel().equals(channel));
  }

  /** Whether a function that the goroutine is in has made the object itself. */
  private static boolean isMadeBy(Goroutine goroutine, Origin origin) {
    return goroutine.stack.stream()
        .flatMap(frame -> frame.function.blocks().stream())
        .flatMap(block -> block.instructions().stream())
        .anyMatch(instruction -> instruction.site().equals(origin.site()));
  }

  private BitSet heldBy(State state, List<Goroutine> goroutines) {
    List<Value> roots = new ArrayList<>(state.statics.values());
    for (Goroutine goroutine : goroutines) {
      if (!goroutine.timer && !goroutine.ended) {
        roots.addAll(live.values(goroutine));
      }
    }
    return state.reach(roots);
  }

  private static boolean isIn(BitSet held, @Nullable Value value) {
    return !(value instanceof Value.Reference reference) || held.get(reference.id());
  }

  private static Value field(HeapObject.Instance object, String name) {
    int slot = object.layout().slot(new FieldRef(null, name));
    return slot < 0 ? Value.NULL : object.values().get(slot);
  }

  /** The machine's channel behind a field that holds a channel. */
  private static Value core(State state, HeapObject.Instance object, String field) {
    HeapObject.Instance channel = state.object(field(object, field), HeapObject.Instance.class);
    return channel == null ? Value.NULL : field(channel, "core");
  }
}
