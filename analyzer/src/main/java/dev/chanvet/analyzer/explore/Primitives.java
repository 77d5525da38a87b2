package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.NewArray;
import dev.chanvet.analyzer.ir.Instruction.Perform;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primitives that a goroutine can do by itself. Those that others can notice become its {@link
 * Pending} operation first.
 */
final class Primitives {
  private static final String OUT_OF_BOUNDS = "java.lang.IndexOutOfBoundsException";
  private static final int LONGEST_ARRAY = 64;
  private static final int LONGEST_SEQUENCE = 256;

  private final Hierarchy hierarchy;
  private final Unwinding unwinding;
  private final Calls calls;
  private final Computation computation;
  private final Forks forks;
  private final Handovers handovers;

  Primitives(
      Hierarchy hierarchy, Unwinding unwinding, Calls calls, Computation computation, Forks forks) {
    this.hierarchy = hierarchy;
    this.unwinding = unwinding;
    this.calls = calls;
    this.computation = computation;
    this.forks = forks;
    this.handovers = new Handovers(hierarchy);
  }

  Step perform(State state, Goroutine goroutine, Frame frame, Perform perform) {
    List<Value> a = perform.arguments().stream().map(frame::get).toList();
    Primitive primitive = perform.primitive();
    if (Operations.isVisible(primitive) && !goroutine.cleared) {
      return await(goroutine, perform, primitive, a);
    }
    handovers.use(state, goroutine, primitive, a);
    return switch (primitive) {
      case CHANNEL -> channel(state, goroutine, frame, perform, a.getFirst());
      case ENVIRONMENT_CHANNEL -> {
        Value channel = state.allocate(HeapObject.Channel.made(origin(goroutine), 0, true));
        yield deliver(frame, perform, channel);
      }
      case CAPACITY -> {
        HeapObject.Channel channel = state.object(a.getFirst(), HeapObject.Channel.class);
        yield deliver(
            frame,
            perform,
            channel == null
                ? state.unknown(TypeRef.of("int"))
                : Value.of(Math.max(0, channel.capacity())));
      }
      case COUNTER -> counter(state, goroutine, frame, perform, a.getFirst());
      case UNLOCK -> unlock(state, goroutine, frame, perform, a.getFirst());
      case SPAWN, SPAWN_TIMER -> spawn(state, goroutine, frame, perform, a.getFirst());
      case INTERRUPTED -> {
        boolean was = goroutine.interrupted;
        goroutine.interrupted = false;
        yield deliver(frame, perform, Value.of(was));
      }
      case SELF ->
          deliver(
              frame,
              perform,
              state.allocate(new HeapObject.Handle(origin(goroutine), goroutine.id)));
      case CALL -> {
        Site site = Stacks.userSite(goroutine, hierarchy);
        List<Value> arguments = a.subList(1, a.size());
        Step step = calls.callValue(state, goroutine, frame, perform, a.getFirst(), arguments);
        Returns.noteHandler(state, goroutine, frame, site, a);
        yield step;
      }
      case CHOOSE -> choose(state, goroutine, frame, perform);
      case UNKNOWN -> deliver(frame, perform, state.unknown(TypeRef.UNKNOWN));
      case ESCAPE -> {
        state.escape(a.getFirst());
        yield deliver(frame, perform, Value.NULL);
      }
      case SEQUENCE ->
          deliver(
              frame,
              perform,
              state.allocate(new HeapObject.Sequence(origin(goroutine), List.of())));
      case LENGTH -> length(state, frame, perform, a.getFirst());
      case AT, PUT, INSERT, REMOVE -> indexed(state, goroutine, frame, perform, primitive, a);
      case APPEND, CLEAR -> edit(state, frame, perform, primitive, a, 0);
      case INDEX_OF -> indexOf(state, frame, perform, a);
      case EQUAL -> equal(state, frame, perform, a);
      case IS_ARRAY ->
          deliver(
              frame, perform, Value.of(state.object(a.getFirst(), HeapObject.Array.class) != null));
      case IS_KNOWN -> deliver(frame, perform, Value.of(!(a.getFirst() instanceof Value.Unknown)));
      case HOLDS_LOCK -> deliver(frame, perform, Value.of(holds(state, goroutine, a.getFirst())));
      case PAUSE -> pause(goroutine, frame, perform);
      case ATTACH -> {
        attach(state, a.getFirst(), a.get(1));
        yield deliver(frame, perform, Value.NULL);
      }
      case ATTACHED -> {
        Goroutine attached = goroutineOf(state, a.getFirst());
        yield deliver(frame, perform, attached == null ? Value.NULL : attached.attached);
      }
      case EXIT -> {
        state.exit();
        yield Step.CONTINUE;
      }
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
          throw new IllegalStateException(primitive + " is not local");
    };
  }

  private static boolean holds(State state, Goroutine goroutine, Value lock) {
    State.Hold hold = lock instanceof Value.Reference r ? state.locks.get(r.id()) : null;
    return hold != null && hold.goroutine() == goroutine.id;
  }

  private Step pause(Goroutine goroutine, Frame frame, Perform perform) {
    if (goroutine.paused && !goroutine.cleared) {
      goroutine.pending =
          new Pending(perform, null, List.of(), Stacks.userSite(goroutine, hierarchy), "pause");
      return Step.CONTINUE;
    }
    goroutine.paused = true;
    return deliver(frame, perform, Value.NULL);
  }

  private static @Nullable Goroutine goroutineOf(State state, Value handle) {
    HeapObject.Handle known = state.object(handle, HeapObject.Handle.class);
    return known == null ? null : state.find(known.goroutine());
  }

  private static void attach(State state, Value handle, Value value) {
    Goroutine goroutine = goroutineOf(state, handle);
    if (goroutine != null) {
      goroutine.attached = value;
      state.share(value);
    }
  }

  private Step await(
      Goroutine goroutine, Instruction instruction, Primitive primitive, List<Value> arguments) {
    if (Operations.canWait(primitive)) {
      goroutine.paused = false;
    }
    goroutine.pending =
        new Pending(
            instruction,
            primitive,
            arguments,
            Stacks.userSite(goroutine, hierarchy),
            Stacks.operation(goroutine, hierarchy));
    return Step.CONTINUE;
  }

  private Origin origin(Goroutine goroutine) {
    return new Origin(
        Stacks.userSite(goroutine, hierarchy),
        Stacks.resultName(goroutine, hierarchy),
        Stacks.operation(goroutine, hierarchy));
  }

  private static Step deliver(Frame frame, Instruction instruction, Value value) {
    frame.set(instruction.target(), value);
    frame.position++;
    return Step.CONTINUE;
  }

  private Step channel(
      State state, Goroutine goroutine, Frame frame, Perform perform, Value capacity) {
    if (capacity instanceof Value.Unknown unknown) {
      return computation.enumerate(state, unknown);
    }
    int slots = capacity instanceof Value.Int n ? (int) Math.max(-1, n.value()) : Integer.MAX_VALUE;
    return deliver(
        frame, perform, state.allocate(HeapObject.Channel.made(origin(goroutine), slots, false)));
  }

  private Step counter(
      State state, Goroutine goroutine, Frame frame, Perform perform, Value initial) {
    if (initial instanceof Value.Unknown unknown) {
      return computation.enumerate(state, unknown);
    }
    long count = initial instanceof Value.Int n ? n.value() : Integer.MAX_VALUE;
    return deliver(
        frame, perform, state.allocate(new HeapObject.Counter(origin(goroutine), count)));
  }

  /** {@code synchronized}: an operation that others can notice. */
  Step monitor(
      State state, Goroutine goroutine, Frame frame, Instruction instruction, Register lock) {
    Value object = frame.get(lock);
    if (object instanceof Value.Null) {
      unwinding.raise(state, goroutine, "java.lang.NullPointerException", null);
      return Step.CONTINUE;
    }
    return await(goroutine, instruction, Primitive.LOCK, List.of(object));
  }

  /** Giving a lock back is noticed at once, and never waits. */
  Step unlock(
      State state, Goroutine goroutine, Frame frame, Instruction instruction, Value object) {
    if (object instanceof Value.Reference reference) {
      State.Hold hold = state.locks.get(reference.id());
      if (hold == null || hold.goroutine() != goroutine.id) {
        unwinding.raise(state, goroutine, "java.lang.IllegalMonitorStateException", null);
        return Step.CONTINUE;
      }
      if (hold.depth() == 1) {
        state.locks.remove(reference.id());
      } else {
        state.locks.put(reference.id(), new State.Hold(goroutine.id, hold.depth() - 1));
      }
    }
    return deliver(frame, instruction, Value.NULL);
  }

  private Step spawn(State state, Goroutine goroutine, Frame frame, Perform perform, Value body) {
    boolean timer = perform.primitive() == Primitive.SPAWN_TIMER;
    Origin origin = origin(goroutine);
    Goroutine spawned = new Goroutine(state.nextGoroutine++, origin.site(), timer);
    Value handle = state.allocate(new HeapObject.Handle(origin, spawned.id));
    state.share(body);
    deliver(frame, perform, handle);
    spawned.stack.add(Entry.calling(body, origin.site()));
    if (timer) {
      await(spawned, perform, Primitive.SPAWN_TIMER, List.of());
    }
    state.goroutines.add(spawned);
    if (!timer) {
      state.events.add(Event.start(goroutine.id, origin.site(), spawned.id));
    }
    return Step.CONTINUE;
  }

  private Step choose(State state, Goroutine goroutine, Frame frame, Perform perform) {
    for (boolean outcome : new boolean[] {false, true}) {
      forks.add(
          state, copy -> deliver(copy.goroutine(goroutine.id).top(), perform, Value.of(outcome)));
    }
    return Step.FORKED;
  }

  Step newArray(State state, Goroutine goroutine, Frame frame, NewArray array) {
    Value length = frame.get(array.length());
    if (length instanceof Value.Unknown unknown) {
      return computation.enumerate(state, unknown);
    }
    int size =
        length instanceof Value.Int n ? Math.clamp(n.value(), 0, LONGEST_ARRAY) : LONGEST_ARRAY;
    return deliver(
        frame,
        array,
        state.allocate(
            new HeapObject.Array(
                origin(goroutine),
                array.element(),
                Collections.nCopies(size, Layout.initial(array.element())))));
  }

  Step length(State state, Frame frame, Instruction instruction, Value value) {
    if (value instanceof Value.Unknown unknown) {
      return deliver(
          frame,
          instruction,
          state.decisions.length(unknown, () -> state.unknown(TypeRef.of("int"))));
    }
    HeapObject object = value instanceof Value.Reference r ? state.object(r.id()) : null;
    return deliver(
        frame,
        instruction,
        object == null ? state.unknown(TypeRef.of("int")) : Value.of(object.values().size()));
  }

  /** {@code array[index]}, read if {@code stored} is null. */
  Step element(
      State state,
      Goroutine goroutine,
      Frame frame,
      Instruction instruction,
      Register array,
      Register index,
      @Nullable Register stored) {
    List<Value> arguments = new ArrayList<>(List.of(frame.get(array), frame.get(index)));
    if (stored != null) {
      arguments.add(frame.get(stored));
    }
    Primitive primitive = stored == null ? Primitive.AT : Primitive.PUT;
    handovers.use(state, goroutine, primitive, arguments);
    return indexed(state, goroutine, frame, instruction, primitive, arguments);
  }

  private Step indexed(
      State state,
      Goroutine goroutine,
      Frame frame,
      Instruction instruction,
      Primitive primitive,
      List<Value> a) {
    HeapObject object = a.getFirst() instanceof Value.Reference r ? state.object(r.id()) : null;
    if (object == null) {
      if (a.getFirst() instanceof Value.Null) {
        unwinding.raise(state, goroutine, "java.lang.NullPointerException", null);
        return Step.CONTINUE;
      }
      if (a.size() > 2) {
        state.escape(a.get(2));
      }
      return deliver(frame, instruction, state.unknown(elementType(a.getFirst())));
    }
    int size = object.values().size();
    if (a.get(1) instanceof Value.Int index) {
      boolean insert = primitive == Primitive.INSERT;
      if (index.value() < 0 || index.value() > size || (index.value() == size && !insert)) {
        if (primitive == Primitive.AT && mayBeFilled(state, a.getFirst(), object)) {
          return deliver(frame, instruction, state.unknown(TypeRef.UNKNOWN));
        }
        unwinding.raise(state, goroutine, OUT_OF_BOUNDS, null);
        return Step.CONTINUE;
      }
      return primitive == Primitive.AT
          ? deliver(frame, instruction, object.values().get((int) index.value()))
          : edit(state, frame, instruction, primitive, a, (int) index.value());
    }
    if (a.get(1) instanceof Value.Unknown index && size > 0) {
      for (int i = 0; i < size; i++) {
        forks.bind(state, index, Value.of(i));
      }
      return Step.FORKED;
    }
    return deliver(frame, instruction, state.unknown(TypeRef.UNKNOWN));
  }

  /** Where a goroutine runs on alone, whether others would have put something into a list. */
  private static boolean mayBeFilled(State state, Value list, HeapObject object) {
    return state.uses != null
        && object instanceof HeapObject.Sequence
        && list instanceof Value.Reference reference
        && state.isShared(reference.id());
  }

  private static TypeRef elementType(Value array) {
    return array instanceof Value.Unknown unknown ? unknown.type().element() : TypeRef.UNKNOWN;
  }

  private Step edit(
      State state,
      Frame frame,
      Instruction instruction,
      Primitive primitive,
      List<Value> a,
      int index) {
    if (!(a.getFirst() instanceof Value.Reference reference)) {
      a.stream().skip(1).forEach(state::escape);
      return deliver(frame, instruction, state.unknown(TypeRef.UNKNOWN));
    }
    HeapObject object = state.object(reference.id());
    List<Value> values = new ArrayList<>(object.values());
    Value result = Value.NULL;
    switch (primitive) {
      case APPEND -> values.add(a.get(1));
      case CLEAR -> values.clear();
      case PUT -> result = values.set(index, a.get(2));
      case INSERT -> values.add(index, a.get(2));
      case REMOVE -> result = values.remove(index);
      default -> throw new IllegalArgumentException(primitive + " edits nothing");
    }
    if (values.size() > LONGEST_SEQUENCE) {
      state.giveUp();
    }
    state.replace(reference.id(), object.withValues(List.copyOf(values)));
    if (primitive != Primitive.CLEAR && primitive != Primitive.REMOVE) {
      if (state.isShared(reference.id())) {
        state.share(a.getLast());
      }
      if (state.isEscaped(reference.id())) {
        state.escape(a.getLast());
      }
    }
    return deliver(frame, instruction, result);
  }

  private Step indexOf(State state, Frame frame, Perform perform, List<Value> a) {
    HeapObject object = a.getFirst() instanceof Value.Reference r ? state.object(r.id()) : null;
    if (object == null) {
      return deliver(frame, perform, state.unknown(TypeRef.of("int")));
    }
    for (int i = 0; i < object.values().size(); i++) {
      Boolean same = computation.sameKnown(state, object.values().get(i), a.get(1));
      if (same == null) {
        return guess(state, frame, perform, object.values().size());
      }
      if (same) {
        return deliver(frame, perform, Value.of(i));
      }
    }
    return deliver(frame, perform, Value.of(-1));
  }

  private Step guess(State state, Frame frame, Perform perform, int size) {
    for (int i = -1; i < size; i++) {
      int index = i;
      forks.add(
          state,
          copy -> {
            for (Goroutine goroutine : copy.goroutines) {
              if (goroutine.isRunning()) {
                deliver(goroutine.top(), perform, Value.of(index));
                return;
              }
            }
          });
    }
    return Step.FORKED;
  }

  private Step equal(State state, Frame frame, Perform perform, List<Value> a) {
    Boolean same = computation.sameKnown(state, a.getFirst(), a.get(1));
    return deliver(
        frame, perform, same == null ? state.unknown(TypeRef.of("boolean")) : Value.of(same));
  }
}
