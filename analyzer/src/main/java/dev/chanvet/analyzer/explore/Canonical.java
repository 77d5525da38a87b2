package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Decisions.Question;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The canonical form of a state: goroutines in an order that does not depend on their history,
 * objects and unknowns numbered as they are met from there, dead registers and garbage left out.
 * States that differ only in such things become one, which is the symmetry reduction: goroutines
 * that run the same code are interchangeable.
 *
 * <p>The order among goroutines that look alike from outside (same code, same simple values) is the
 * one they had, so some symmetric states stay apart: more states, never a wrong merge.
 */
final class Canonical {
  private final Interner interner;
  private final LiveRegisters live;
  private final State from;
  private final Map<Integer, Integer> objects = new HashMap<>();
  private final List<Integer> order = new ArrayList<>();
  private final Map<Integer, Integer> unknowns = new HashMap<>();
  private final Map<Integer, Integer> positions = new HashMap<>();
  private final List<Goroutine> goroutines;
  private final Key.Builder key = new Key.Builder();
  private int written;

  private Canonical(State from, Interner interner, LiveRegisters live) {
    this.from = from;
    this.interner = interner;
    this.live = live;
    this.goroutines = sorted();
    for (int i = 0; i < goroutines.size(); i++) {
      positions.put(goroutines.get(i).id, i);
    }
  }

  /** A state in canonical form and its key. */
  record Form(State state, Key key) {}

  static Form of(State state, Interner interner, LiveRegisters live) {
    Canonical canonical = new Canonical(state, interner, live);
    canonical.write();
    return new Form(canonical.rebuild(), canonical.key.build());
  }

  /** The key alone; the state stays as it is. */
  static Key keyOf(State state, Interner interner, LiveRegisters live) {
    Canonical canonical = new Canonical(state, interner, live);
    canonical.write();
    return canonical.key.build();
  }

  private List<Goroutine> sorted() {
    record Signed(Goroutine goroutine, Key.Builder signature) {}
    return from.goroutines.stream()
        .filter(goroutine -> !goroutine.ended)
        .map(goroutine -> new Signed(goroutine, signature(goroutine)))
        .sorted(Comparator.comparing(Signed::signature))
        .map(Signed::goroutine)
        .toList();
  }

  private Key.Builder signature(Goroutine goroutine) {
    Key.Builder signature = new Key.Builder();
    signature.add(goroutine.stack.size()).add(interner.number(goroutine.createdAt));
    for (int depth = 0; depth < goroutine.stack.size(); depth++) {
      Frame frame = goroutine.stack.get(depth);
      signature.add(interner.number(frame.function.id())).add(frame.block).add(frame.position);
    }
    for (int depth = 0; depth < goroutine.stack.size(); depth++) {
      Frame frame = goroutine.stack.get(depth);
      BitSet registers = live.of(goroutine, depth);
      for (int i = registers.nextSetBit(0); i >= 0; i = registers.nextSetBit(i + 1)) {
        simple(signature, frame.registers[i]);
      }
    }
    return signature.add(goroutine.interrupted).add(goroutine.waiting != null);
  }

  private void simple(Key.Builder signature, Value value) {
    if (value instanceof Value.Reference reference) {
      signature.add(8).add(interner.number(from.object(reference.id()).origin()));
    } else if (value instanceof Value.Unknown) {
      signature.add(9);
    } else {
      number(signature, value);
    }
  }

  private void number(Key.Builder builder, Value value) {
    if (value instanceof Value.Int n) {
      builder.add(1).add(n.value());
    } else {
      builder.add(2).add(interner.number(value));
    }
  }

  private void write() {
    key.add(goroutines.size());
    for (Goroutine goroutine : goroutines) {
      write(goroutine);
    }
    key.add(from.statics.size());
    from.statics.forEach((name, value) -> {
      key.add(interner.number(name));
      write(value);
    });
    from.initialized.forEach(type -> key.add(interner.number(type)));
    Unstarted.in(from).forEach(id -> write(new Value.Reference(id)));
    writeObjects();
    writeDecisions();
    for (Goroutine goroutine : goroutines) {
      writeKnown(goroutine.sentTo);
      writeKnown(goroutine.receivedFrom);
    }
  }

  /**
   * Which of a set of objects still exist: a role in the history of a forgotten channel is
   * forgotten.
   */
  private void writeKnown(BitSet ids) {
    BitSet known = translated(ids);
    key.add(known.cardinality());
    known.stream().forEach(key::add);
  }

  private BitSet translated(BitSet ids) {
    BitSet known = new BitSet();
    ids.stream().filter(objects::containsKey).forEach(id -> known.set(number(objects, id)));
    return known;
  }

  private void write(Goroutine goroutine) {
    key.add(goroutine.stack.size()).add(interner.number(goroutine.createdAt));
    key.add(goroutine.interrupted).add(goroutine.timer).add(goroutine.pending != null);
    for (int depth = 0; depth < goroutine.stack.size(); depth++) {
      Frame frame = goroutine.stack.get(depth);
      key.add(interner.number(frame.function.id())).add(frame.block).add(frame.position);
      key.add(frame.admitted);
      BitSet registers = live.of(goroutine, depth);
      for (int i = registers.nextSetBit(0); i >= 0; i = registers.nextSetBit(i + 1)) {
        write(frame.registers[i]);
      }
      if (frame.result != null) {
        write(frame.result);
      }
    }
    if (goroutine.pending != null) {
      goroutine.pending.arguments().forEach(this::write);
    }
    write(goroutine.attached);
    if (goroutine.waiting != null) {
      write(new Value.Reference(Math.max(0, goroutine.waiting.condition())));
      write(new Value.Reference(Math.max(0, goroutine.waiting.lock())));
      key.add(goroutine.waiting.depth());
      key.add(goroutine.waiting.signalled()).add(goroutine.waiting.gaveUp());
    }
  }

  private void write(Value value) {
    switch (value) {
      case Value.Reference reference -> key.add(3).add(object(reference.id()));
      case Value.Unknown unknown ->
          key.add(4).add(unknown(unknown)).add(interner.number(unknown.type()));
      case Value.Int n -> number(key, n);
      case Value.Null n -> number(key, n);
      case Value.Bool b -> number(key, b);
      case Value.Many m -> number(key, m);
      case Value.Text t -> number(key, t);
      case Value.ClassObject c -> number(key, c);
    }
  }

  private int object(int id) {
    Integer known = objects.get(id);
    if (known == null) {
      known = order.size();
      objects.put(id, known);
      order.add(id);
    }
    return known;
  }

  private int unknown(Value.Unknown unknown) {
    return unknowns.computeIfAbsent(unknown.id(), id -> unknowns.size());
  }

  private void write(int id) {
    HeapObject object = from.object(id);
    key.add(interner.number(object.origin())).add(from.isShared(id)).add(from.isEscaped(id));
    State.Hold hold = from.locks.get(id);
    key.add(hold == null ? -1 : positions.getOrDefault(hold.goroutine(), -2));
    key.add(hold == null ? 0 : hold.depth());
    switch (object) {
      case HeapObject.Instance i -> key.add(1).add(interner.number(i.layout().type()));
      case HeapObject.Array a -> key.add(2).add(interner.number(a.element()));
      case HeapObject.Sequence s -> key.add(3);
      case HeapObject.Closure c -> key.add(4).add(interner.number(c.body().id()));
      case HeapObject.MethodReference m ->
          key.add(5).add(interner.number(m.owner())).add(interner.number(m.name()));
      case HeapObject.Channel c ->
          key.add(6)
              .add(c.capacity())
              .add(c.environment())
              .add(interner.number(c.closedAt()))
              .add(interner.number(c.droppedAt()));
      case HeapObject.Counter c -> key.add(7).add(c.count());
      case HeapObject.Handle h -> key.add(8).add(positions.getOrDefault(h.goroutine(), -1));
    }
    key.add(object.values().size());
    object.values().forEach(this::write);
  }

  /** Decisions about unknowns that still exist; their answers may mention further unknowns. */
  private void writeDecisions() {
    Map<Integer, Map<Question, Value>> byUnknown = new HashMap<>();
    from.decisions.answers.forEach((question, answer) ->
        byUnknown.computeIfAbsent(question.unknown(), u -> new TreeMap<>()).put(question, answer));
    List<Integer> met = new ArrayList<>(inOrder());
    for (int i = 0; i < met.size(); i++) {
      int position = i;
      byUnknown
          .getOrDefault(met.get(i), Map.of())
          .forEach((question, answer) -> {
            key.add(position).add(interner.number(question.kind() + question.detail()));
            write(answer);
          });
      if (i == met.size() - 1) {
        writeObjects();
        List<Integer> all = inOrder();
        met.addAll(all.subList(met.size(), all.size()));
      }
    }
  }

  /** Writes the objects met and not yet written; each may lead to more. */
  private void writeObjects() {
    for (; written < order.size(); written++) {
      write((int) order.get(written));
    }
  }

  private List<Integer> inOrder() {
    return unknowns.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private State rebuild() {
    State state = new State();
    UnaryOperator<Value> mapping =
        value ->
            switch (value) {
              case Value.Reference r -> new Value.Reference(number(objects, r.id()));
              case Value.Unknown u -> new Value.Unknown(number(unknowns, u.id()), u.type());
              default -> value;
            };
    for (int id : order) {
      HeapObject object = from.object(id);
      int position = state.heap.size();
      state.heap.add(
          object.values().isEmpty()
              ? object
              : object.withValues(object.values().stream().map(mapping).toList()));
      state.shared.set(position, from.isShared(id));
      state.escaped.set(position, from.isEscaped(id));
      State.Hold hold = from.locks.get(id);
      if (hold != null) {
        state.locks.put(position, hold);
      }
    }
    for (Goroutine goroutine : goroutines) {
      state.goroutines.add(rebuild(goroutine, mapping));
    }
    from.statics.forEach((name, value) -> state.statics.put(name, mapping.apply(value)));
    state.initialized.addAll(from.initialized);
    from.decisions.answers.forEach((question, answer) -> {
      Integer unknown = unknowns.get(question.unknown());
      if (unknown != null) {
        state.decisions.decide(
            new Question(unknown, question.kind(), question.detail()), mapping.apply(answer));
      }
    });
    state.nextUnknown = unknowns.size();
    state.nextGoroutine = from.nextGoroutine;
    return state;
  }

  private static int number(Map<Integer, Integer> numbers, int id) {
    return Objects.requireNonNull(numbers.get(id));
  }

  private void replace(BitSet ids) {
    BitSet known = translated(ids);
    ids.clear();
    ids.or(known);
  }

  private Goroutine rebuild(Goroutine goroutine, UnaryOperator<Value> mapping) {
    for (int depth = 0; depth < goroutine.stack.size(); depth++) {
      BitSet registers = live.of(goroutine, depth);
      Value[] values = goroutine.stack.get(depth).registers;
      for (int i = 0; i < values.length; i++) {
        if (!registers.get(i)) {
          values[i] = Value.MANY;
        }
      }
    }
    goroutine.mapValues(mapping);
    replace(goroutine.sentTo);
    replace(goroutine.receivedFrom);
    replace(goroutine.given);
    if (goroutine.waiting != null) {
      Goroutine.Waiting w = goroutine.waiting;
      goroutine.waiting =
          new Goroutine.Waiting(
              w.condition() < 0 ? -1 : number(objects, w.condition()),
              w.lock() < 0 ? -1 : number(objects, w.lock()),
              w.depth(),
              w.signalled(),
              w.gaveUp());
    }
    return goroutine;
  }
}
