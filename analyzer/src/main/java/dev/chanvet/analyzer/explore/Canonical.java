package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Decisions.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The canonical form of a state: goroutines in an order that does not depend on their history,
 * objects and unknowns numbered as they are met from there, dead registers, fields that nobody
 * wants and garbage left out. States that differ only in such things become one, which is the
 * symmetry reduction: goroutines that run the same code are interchangeable.
 *
 * <p>Goroutines that look alike from outside (same code, same simple values) are told apart by what
 * surrounds them, their {@link Colours}; where that is alike as well, they keep the order they had,
 * so some symmetric states stay apart: more states, never a wrong merge. Which channels a goroutine
 * has sent to or received from before is no part of the key: it tells who closes what is not its
 * own, and the first way that led to a state answers that.
 *
 * <p>Every transition asks for a key, and most lead to states already known: so this is written
 * with arrays, and the state itself is renumbered only if it is new.
 */
final class Canonical {
  private static final int UNMET = -1;

  private final Interner interner;
  private final LiveRegisters live;
  private final State from;
  private final int[] objectNumbers;
  private final List<Integer> objects = new ArrayList<>();
  private final int[] unknownNumbers;
  private final List<Integer> unknowns = new ArrayList<>();
  private final List<Goroutine> goroutines;
  private final Key.Builder words = new Key.Builder();
  private final Key key;
  private int written;

  private Canonical(State from, Interner interner, LiveRegisters live) {
    this.from = from;
    this.interner = interner;
    this.live = live;
    this.objectNumbers = filled(from.heap.size());
    this.unknownNumbers = filled(from.nextUnknown);
    this.goroutines = sorted();
    write();
    this.key = words.build();
  }

  private static int[] filled(int size) {
    int[] numbers = new int[size];
    Arrays.fill(numbers, UNMET);
    return numbers;
  }

  static Canonical of(State state, Interner interner, LiveRegisters live) {
    return new Canonical(state, interner, live);
  }

  /** What tells the state from all others. */
  Key key() {
    return key;
  }

  /** The state in canonical form; takes over the goroutines of the one that it was made from. */
  State rebuild() {
    return new Renumbering(from, live, objectNumbers, objects, unknownNumbers, unknowns)
        .rebuild(goroutines);
  }

  /** A goroutine and what it looks like from outside. */
  private record Signed(Goroutine goroutine, Key.Builder signature) {}

  private static boolean hasTie(List<Signed> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).signature.compareTo(sorted.get(i).signature) == 0) {
        return true;
      }
    }
    return false;
  }

  private List<Goroutine> sorted() {
    List<Signed> signed = new ArrayList<>(from.goroutines.size());
    for (Goroutine goroutine : from.goroutines) {
      if (!goroutine.ended) {
        signed.add(new Signed(goroutine, signature(goroutine)));
      }
    }
    signed.sort(Comparator.comparing(Signed::signature));
    if (hasTie(signed)) {
      Colours colours = new Colours(from, interner, live);
      signed.sort(
          Comparator.comparing(Signed::signature)
              .thenComparingLong(each -> colours.of(each.goroutine)));
    }
    List<Goroutine> order = new ArrayList<>(signed.size());
    signed.forEach(each -> order.add(each.goroutine));
    return order;
  }

  private Key.Builder signature(Goroutine goroutine) {
    Key.Builder signature = new Key.Builder();
    List<Frame> stack = goroutine.stack;
    signature.add(stack.size()).add(interner.number(goroutine.createdAt));
    for (Frame frame : stack) {
      signature.add(interner.number(frame.function.id())).add(frame.block).add(frame.position);
    }
    for (int depth = 0; depth < stack.size(); depth++) {
      Value[] values = stack.get(depth).registers;
      LiveRegisters.Live alive = live.of(goroutine, depth);
      for (int i = 0; i < alive.registers().length; i++) {
        simple(signature, LiveRegisters.seen(values[alive.registers()[i]], alive.data()[i]));
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
    words.add(goroutines.size());
    for (Goroutine goroutine : goroutines) {
      write(goroutine);
    }
    words.add(from.guessed);
    words.add(from.statics.size());
    for (Map.Entry<String, Value> field : from.statics.entries()) {
      words.add(interner.number(field.getKey()));
      write(live.ofStatic(field.getKey(), field.getValue()));
    }
    for (String type : from.initialized) {
      words.add(interner.number(type));
    }
    for (int thread : Unstarted.in(from)) {
      words.add(3).add(object(thread));
    }
    writeObjects();
    writeDecisions();
  }

  private void write(Goroutine goroutine) {
    List<Frame> stack = goroutine.stack;
    words.add(stack.size()).add(interner.number(goroutine.createdAt));
    words.add(goroutine.interrupted).add(goroutine.timer).add(goroutine.pending != null);
    for (int depth = 0; depth < stack.size(); depth++) {
      Frame frame = stack.get(depth);
      words.add(interner.number(frame.function.id())).add(frame.block).add(frame.position);
      words.add(frame.admitted);
      LiveRegisters.Live alive = live.of(goroutine, depth);
      for (int i = 0; i < alive.registers().length; i++) {
        write(LiveRegisters.seen(frame.registers[alive.registers()[i]], alive.data()[i]));
      }
      if (frame.result != null) {
        write(frame.result);
      }
    }
    if (goroutine.pending != null) {
      writeAll(live.arguments(goroutine.pending));
    }
    write(goroutine.attached);
    Goroutine.Waiting waiting = goroutine.waiting;
    if (waiting != null) {
      words.add(3).add(object(Math.max(0, waiting.condition())));
      words.add(3).add(object(Math.max(0, waiting.lock())));
      words.add(waiting.depth()).add(waiting.signalled()).add(waiting.gaveUp());
    }
  }

  private void writeAll(List<Value> values) {
    for (int i = 0; i < values.size(); i++) {
      write(values.get(i));
    }
  }

  private void write(Value value) {
    switch (value) {
      case Value.Reference reference -> words.add(3).add(object(reference.id()));
      case Value.Unknown unknown ->
          words.add(4).add(unknown(unknown)).add(interner.number(unknown.type()));
      case Value.Int n -> number(words, n);
      case Value.Null n -> number(words, n);
      case Value.Bool b -> number(words, b);
      case Value.Real r -> number(words, r);
      case Value.Many m -> number(words, m);
      case Value.Text t -> number(words, t);
      case Value.ClassObject c -> number(words, c);
    }
  }

  private int object(int id) {
    if (objectNumbers[id] == UNMET) {
      objectNumbers[id] = objects.size();
      objects.add(id);
    }
    return objectNumbers[id];
  }

  private int unknown(Value.Unknown unknown) {
    int id = unknown.id();
    if (unknownNumbers[id] == UNMET) {
      unknownNumbers[id] = unknowns.size();
      unknowns.add(id);
    }
    return unknownNumbers[id];
  }

  /** Writes the objects met and not yet written; each may lead to more. */
  private void writeObjects() {
    for (; written < objects.size(); written++) {
      writeObject(objects.get(written));
    }
  }

  private void writeObject(int id) {
    HeapObject object = from.object(id);
    words.add(interner.number(object.origin())).add(from.isShared(id)).add(from.isEscaped(id));
    State.Hold hold = from.locks.get(id);
    words.add(hold == null ? -1 : position(hold.goroutine(), -2));
    words.add(hold == null ? 0 : hold.depth());
    switch (object) {
      case HeapObject.Instance i -> words.add(1).add(interner.number(i.layout().type()));
      case HeapObject.Array a -> words.add(2).add(interner.number(a.element()));
      case HeapObject.Sequence s -> words.add(3);
      case HeapObject.Closure c -> words.add(4).add(interner.number(c.body().id()));
      case HeapObject.MethodReference m ->
          words.add(5).add(interner.number(m.owner())).add(interner.number(m.name()));
      case HeapObject.Channel c ->
          words
              .add(6)
              .add(c.capacity())
              .add(c.environment())
              .add(interner.number(c.closedAt()))
              .add(interner.number(c.droppedAt()));
      case HeapObject.Counter c -> words.add(7).add(c.count());
      case HeapObject.Handle h -> words.add(8).add(position(h.goroutine(), -1));
    }
    List<Value> values = live.contents(object);
    words.add(values.size());
    writeAll(values);
  }

  private int position(int goroutine, int unlessThere) {
    for (int i = 0; i < goroutines.size(); i++) {
      if (goroutines.get(i).id == goroutine) {
        return i;
      }
    }
    return unlessThere;
  }

  /** Decisions about unknowns that still exist; their answers may mention further unknowns. */
  private void writeDecisions() {
    if (from.decisions.answers.isEmpty()) {
      return;
    }
    for (int i = 0; i < unknowns.size(); i++) {
      for (Map.Entry<Question, Value> decided : from.decisions.about(unknowns.get(i)).entrySet()) {
        Question question = decided.getKey();
        words.add(i).add(interner.number(question.kind())).add(interner.number(question.detail()));
        write(decided.getValue());
      }
      if (i == unknowns.size() - 1) {
        writeObjects();
      }
    }
  }
}
