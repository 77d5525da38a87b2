package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A state of the machine. Mutable while a transition builds it; never changed once it is visited.
 */
final class State {
  /** Who holds a lock, and how often. */
  record Hold(int goroutine, int depth) {}

  final List<HeapObject> heap = new ArrayList<>();

  /** Objects that more than one goroutine may reach. */
  final BitSet shared = new BitSet();

  /** Objects that code outside the analysis may reach. */
  final BitSet escaped = new BitSet();

  final Map<Integer, Hold> locks = new TreeMap<>();
  final StaticFields statics;
  final InitializedClasses initialized;
  final List<Goroutine> goroutines = new ArrayList<>();
  final Decisions decisions;

  /** What happened since the state's predecessor, for traces. */
  final List<Event> events = new ArrayList<>();

  /** The arms of the selects that goroutines have come to since the state's predecessor. */
  final List<ArmUses.View> armViews = new ArrayList<>();

  /** What threw since the state's predecessor. */
  final List<Fault> faults = new ArrayList<>();

  /** What was closed since the state's predecessor. */
  final List<Closing> closings = new ArrayList<>();

  /** What else happened since the state's predecessor that rules may ask for. */
  final List<Observation> observations = new ArrayList<>();

  /** Whether user code has called anything since the predecessor that takes time or has effects. */
  boolean worked;

  /** Where operations are written down; null unless a goroutine runs ahead alone. */
  @Nullable Uses uses;

  /** Functions entered since the state's predecessor. */
  final Set<FunctionId> entered = new HashSet<>();

  /**
   * Whether something was decided on the way that is the same in every run: it may have been
   * decided wrongly, so that nothing is claimed of what follows.
   */
  boolean guessed;

  /** Whether the root's goroutine has ended by an exception, which ends a program. */
  boolean failed;

  /** Whether the program has ended itself. */
  boolean exited;

  /** What the root's function returned; null until it has. */
  @Nullable Value returned;

  int nextUnknown;
  int nextGoroutine = 1;

  /** Local steps since the last transition. */
  int steps;

  /**
   * Whether what ran since the last transition was noticeable beyond that transition's own object.
   */
  boolean wide;

  State() {
    this(new StaticFields(), new InitializedClasses());
  }

  /** A state in which no goroutine has begun, and nothing is there but what static fields have. */
  State(StaticFields statics, InitializedClasses initialized) {
    this.statics = statics;
    this.initialized = initialized;
    decisions = new Decisions();
  }

  private State(State that) {
    heap.addAll(that.heap);
    shared.or(that.shared);
    escaped.or(that.escaped);
    locks.putAll(that.locks);
    statics = that.statics.copy();
    initialized = that.initialized.copy();
    that.goroutines.forEach(goroutine -> goroutines.add(goroutine.copy()));
    decisions = that.decisions.copy();
    events.addAll(that.events);
    armViews.addAll(that.armViews);
    faults.addAll(that.faults);
    closings.addAll(that.closings);
    observations.addAll(that.observations);
    worked = that.worked;
    guessed = that.guessed;
    entered.addAll(that.entered);
    uses = that.uses == null ? null : that.uses.copy();
    returned = that.returned;
    exited = that.exited;
    failed = that.failed;
    nextUnknown = that.nextUnknown;
    nextGoroutine = that.nextGoroutine;
    steps = that.steps;
    wide = that.wide;
  }

  State copy() {
    return new State(this);
  }

  /** How much is copied with it, and how much memory it takes: objects, fields, answers. */
  int size() {
    return heap.size() + statics.size() + decisions.size();
  }

  HeapObject object(int id) {
    return heap.get(id);
  }

  /** The object that {@code value} refers to, if it is one of that class. */
  <T extends HeapObject> @Nullable T object(Value value, Class<T> type) {
    if (value instanceof Value.Reference reference) {
      HeapObject object = heap.get(reference.id());
      return type.isInstance(object) ? type.cast(object) : null;
    }
    return null;
  }

  Value.Reference allocate(HeapObject object) {
    heap.add(object);
    return new Value.Reference(heap.size() - 1);
  }

  void replace(int id, HeapObject object) {
    heap.set(id, object);
  }

  Value.Unknown unknown(TypeRef type) {
    return unknown(type, false);
  }

  /** A value that the machine does not know; {@code settled} if every run has the same. */
  Value.Unknown unknown(TypeRef type, boolean settled) {
    return new Value.Unknown(nextUnknown++, type, settled);
  }

  /** The goroutine of that id; null when it has ended and been forgotten. */
  @Nullable Goroutine find(int id) {
    for (Goroutine goroutine : goroutines) {
      if (goroutine.id == id) {
        return goroutine;
      }
    }
    return null;
  }

  /** The goroutine of that id, which is in this state. */
  Goroutine goroutine(int id) {
    Goroutine found = find(id);
    if (found == null) {
      throw new IllegalArgumentException("no goroutine " + id);
    }
    return found;
  }

  boolean isShared(int id) {
    return shared.get(id);
  }

  boolean isEscaped(int id) {
    return escaped.get(id);
  }

  /** Whether a goroutine holds any lock: what it does is taken to be guarded by it. */
  boolean holdsLock(Goroutine goroutine) {
    return locks.values().stream().anyMatch(hold -> hold.goroutine() == goroutine.id);
  }

  /** Marks all that {@code value} reaches as reachable by several goroutines. */
  void share(Value value) {
    mark(List.of(value), shared);
  }

  /** Marks all that {@code value} reaches as reachable by code outside the analysis. */
  void escape(Value value) {
    mark(List.of(value), escaped);
    mark(List.of(value), shared);
  }

  /** The ids of all objects that {@code roots} reach. */
  BitSet reach(Collection<Value> roots) {
    BitSet reached = new BitSet();
    mark(roots, reached);
    return reached;
  }

  private void mark(Collection<Value> roots, BitSet marks) {
    Deque<Value> work = new ArrayDeque<>(roots);
    while (!work.isEmpty()) {
      if (work.remove() instanceof Value.Reference reference && !marks.get(reference.id())) {
        marks.set(reference.id());
        work.addAll(heap.get(reference.id()).values());
      }
    }
  }

  /** Gives this path up: it grows without end. */
  void giveUp() {
    steps = Integer.MAX_VALUE - 1;
  }

  /** Ends the program. */
  void exit() {
    exited = true;
    for (Goroutine goroutine : goroutines) {
      goroutine.stack.clear();
      goroutine.pending = null;
      goroutine.ended = true;
    }
  }

  /** Writes {@code value} for every occurrence of an unknown: from now on it is decided. */
  void substitute(Value.Unknown unknown, Value value) {
    guessed |= unknown.settled();
    UnaryOperator<Value> mapping = old -> old.equals(unknown) ? value : old;
    for (int id = 0; id < heap.size(); id++) {
      HeapObject object = heap.get(id);
      if (object.values().contains(unknown)) {
        heap.set(id, object.withValues(object.values().stream().map(mapping).toList()));
        if (isShared(id)) {
          share(value);
        }
      }
    }
    goroutines.forEach(goroutine -> goroutine.mapValues(mapping));
    statics.mapValues((name, old) -> mapping.apply(old));
    decisions.mapValues(mapping);
    if (returned != null) {
      returned = mapping.apply(returned);
    }
  }
}
