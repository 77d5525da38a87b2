package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What later calls from outside might do for goroutines that are stuck: those clients whose calls
 * have returned call again, and another one comes. Only what none of that mends is a defect of the
 * class; all else may be the way in which it is meant to be used.
 */
final class Rescue {
  /** How many calls each client makes. */
  private static final int CALLS = 3;

  private final Root root;
  private final Hierarchy hierarchy;
  private final Summaries summaries;
  private final Stuck stuck;
  private final Cause cause;
  private final Set<Primitive> helping;

  Rescue(Root root, Hierarchy hierarchy, Summaries summaries, Stuck stuck, Cause cause) {
    this.root = root;
    this.hierarchy = hierarchy;
    this.summaries = summaries;
    this.stuck = stuck;
    this.cause = cause;
    this.helping = helping(cause);
  }

  /**
   * Whether clients cannot be to blame: goroutines wait in a circle for a lock, or for one that was
   * never given back, or for a signal or a result. All other waits may be meant to end by a call
   * that did not come.
   */
  static boolean isAsked(Cause cause) {
    return cause.blocked().stream().anyMatch(Blocked::waitsForLock)
        || (!cause.isCircular() && cause.first().waitsForNews());
  }

  /** The same of any cause of a situation that clients could not mend anyway. */
  static boolean isAsked(Stuck stuck) {
    return Cause.of(stuck).stream()
        .anyMatch(
            cause -> isAsked(cause) && cause.blocked().stream().noneMatch(Blocked::clientsMayHelp));
  }

  private static Set<Primitive> helping(Cause cause) {
    Set<Primitive> helping =
        EnumSet.of(Primitive.INTERRUPT, Primitive.SPAWN, Primitive.EXIT, Primitive.SELECT);
    for (Blocked blocked : cause.blocked()) {
      for (Blocked.Subject subject : blocked.subjects()) {
        helping.addAll(Wait.helps(subject.kind(), blocked.primitive()));
        if (subject.kind() == Blocked.Kind.A_LOCK) {
          helping.add(Primitive.UNLOCK);
        }
      }
    }
    return helping;
  }

  /** The places of those who need to be rescued; of those who wait for the same, any will do. */
  Set<String> places(State state) {
    Set<String> places = new HashSet<>();
    Set<Integer> things = new HashSet<>();
    for (Blocked blocked : cause.blocked()) {
      places.add(Places.of(state.goroutine(blocked.goroutine())));
      things.addAll(waitedFor(state, blocked));
    }
    for (Goroutine other : state.goroutines) {
      if (!cause.isCircular()
          && other.pending != null
          && !Collections.disjoint(references(other.operation().arguments()), things)) {
        places.add(Places.of(other));
      }
    }
    return places;
  }

  /** The state in which they are stuck, and clients about to call. */
  State coming(State state) {
    State next = state.copy();
    Function calls = calls();
    for (int client : returnedWithLock(state)) {
      next.goroutines.add(about(client, calls));
    }
    next.goroutines.add(about(next.nextGoroutine++, calls));
    return next;
  }

  private static Goroutine about(int id, Function calls) {
    Goroutine goroutine = new Goroutine(id, null, false);
    goroutine.stack.add(new Frame(calls, Frame.OnReturn.DELIVER, null));
    return goroutine;
  }

  /** Clients that hold a lock, though what they called has returned: only they can unlock it. */
  private Set<Integer> returnedWithLock(State state) {
    Set<Integer> clients = new TreeSet<>();
    for (State.Hold hold : state.locks.values()) {
      int holder = hold.goroutine();
      if (state.find(holder) == null && (holder == 1 || isSecond(holder))) {
        clients.add(holder);
      }
    }
    return clients;
  }

  private boolean isSecond(int goroutine) {
    return Objects.requireNonNull(root.other()).site().equals(stuck.trace().startedAt(goroutine));
  }

  private Function calls() {
    Script script = new Script(hierarchy, root.function().site());
    @Nullable Register self = root.function().isStatic() ? null : script.load(Start.RECEIVER);
    List<Function> helpers = methods().stream().filter(this::mayHelp).toList();
    for (int i = 0; i < CALLS && !helpers.isEmpty(); i++) {
      List<Runnable> ways = new ArrayList<>();
      helpers.forEach(m -> ways.add(() -> script.run(m.isStatic() ? null : self, m)));
      script.oneOf(ways);
    }
    String owner = self == null ? "class" : "object";
    String called = owner + ": " + helpers.stream().map(Function::id).toList();
    return script.returning(null, "rescue(" + called + ")");
  }

  /** Whether it may do what is waited for, or change under a lock what that depends on. */
  private boolean mayHelp(Function function) {
    Set<Primitive> effects = summaries.of(function.id());
    return !Collections.disjoint(effects, helping)
        || (!cause.isCircular() && effects.contains(Primitive.LOCK));
  }

  /** What clients can call: of the class and all that it inherits from. */
  private List<Function> methods() {
    return hierarchy.ancestors(root.function().owner()).stream()
        .filter(type -> !hierarchy.isModel(type))
        .flatMap(type -> hierarchy.bodies(type).stream())
        .filter(f -> f.kind() == Function.Kind.METHOD)
        .filter(f -> !f.modifiers().contains("private"))
        .filter(f -> !(cause.isCircular() && f.equals(root.starter())))
        .filter(f -> f.isStatic() || !root.function().isStatic())
        .toList();
  }

  /**
   * Whether code around the class that has not run could help as well: a handle that calls have
   * returned, a nested class, a lambda that somebody keeps.
   *
   * @param ran all that has run, in both explorations
   */
  boolean mayComeFromElsewhere(State state, Set<FunctionId> ran) {
    return isHandedOut(state)
        || (!cause.isCircular() && (!isKeptInFields(state) || holdsLock(state)))
        || hierarchy.program().functions().stream()
            .filter(f -> f.hasBody() && !hierarchy.isModel(f.owner()) && !ran.contains(f.id()))
            .filter(f -> f.kind() == Function.Kind.METHOD || f.kind() == Function.Kind.LAMBDA)
            .filter(f -> isAround(f.owner()))
            .anyMatch(this::helpsFromElsewhere);
  }

  /** One that locks and unlocks does not help others. */
  private boolean helpsFromElsewhere(Function function) {
    Set<Primitive> effects = EnumSet.noneOf(Primitive.class);
    effects.addAll(summaries.of(function.id()));
    if (effects.contains(Primitive.LOCK)) {
      effects.remove(Primitive.UNLOCK);
    }
    effects.retainAll(helping);
    return !effects.isEmpty();
  }

  private boolean isAround(String type) {
    String owner = root.function().owner();
    return hierarchy.inherits(type, owner)
        || hierarchy.inherits(owner, type)
        || hierarchy.outermost(type).equals(hierarchy.outermost(owner));
  }

  /**
   * Whether clients were given something, not the object itself, that leads to what is waited for.
   */
  private boolean isHandedOut(State state) {
    List<Value> results = new ArrayList<>();
    Value receiver = state.statics.getOrDefault(Start.RECEIVER.name(), Value.NULL);
    for (Map.Entry<String, Value> kept : state.statics.entries()) {
      if (Clients.isResult(kept.getKey()) && !kept.getValue().equals(receiver)) {
        results.add(kept.getValue());
      }
    }
    BitSet reached = state.reach(results);
    for (Blocked blocked : cause.blocked()) {
      for (int object : waitedFor(state, blocked)) {
        if (reached.get(object)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it keeps others out who might help: then the circle with them tells more. */
  private boolean holdsLock(State state) {
    return state.locks.values().stream()
        .anyMatch(hold -> hold.goroutine() == cause.first().goroutine());
  }

  /**
   * Whether what is waited for hangs on the object by fields alone. What hangs in a collection is
   * found by a key, and whether a later call has the same one is not known.
   */
  private boolean isKeptInFields(State state) {
    BitSet reached = new BitSet();
    Deque<Value> work = new ArrayDeque<>(state.statics.values());
    while (!work.isEmpty()) {
      if (work.remove() instanceof Value.Reference reference && !reached.get(reference.id())) {
        reached.set(reference.id());
        HeapObject object = state.object(reference.id());
        if (!(object instanceof HeapObject.Sequence || object instanceof HeapObject.Array)) {
          work.addAll(object.values());
        }
      }
    }
    return waitedFor(state, cause.first()).stream().limit(1).allMatch(reached::get);
  }

  private static List<Integer> waitedFor(State state, Blocked blocked) {
    return references(state.goroutine(blocked.goroutine()).operation().arguments());
  }

  private static List<Integer> references(List<Value> values) {
    List<Integer> objects = new ArrayList<>();
    for (Value value : values) {
      if (value instanceof Value.Reference reference) {
        objects.add(reference.id());
      }
    }
    return objects;
  }
}
