package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Perform;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primitives that a goroutine can do by itself. Those that others can notice become its {@link
 * Pending} operation first.
 */
final class Primitives {
  private final Hierarchy hierarchy;
  private final Unwinding unwinding;
  private final ValueCalls valueCalls;
  private final Computation computation;
  private final Forks forks;
  private final Handovers handovers;
  private final Sequences sequences;
  private final ClassLocks classLocks;

  Primitives(
      Hierarchy hierarchy,
      Unwinding unwinding,
      ValueCalls valueCalls,
      Computation computation,
      Forks forks,
      Sequences sequences,
      ClassLocks classLocks) {
    this.hierarchy = hierarchy;
    this.unwinding = unwinding;
    this.valueCalls = valueCalls;
    this.computation = computation;
    this.forks = forks;
    this.handovers = new Handovers(hierarchy);
    this.sequences = sequences;
    this.classLocks = classLocks;
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
        Value channel =
            state.allocate(HeapObject.Channel.made(Stacks.origin(goroutine, hierarchy), 0, true));
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
              state.allocate(
                  new HeapObject.Handle(Stacks.origin(goroutine, hierarchy), goroutine.id)));
      case CALL -> {
        Site site = Stacks.userSite(goroutine, hierarchy);
        List<Value> arguments = a.subList(1, a.size());
        Step step = valueCalls.call(state, goroutine, frame, perform, a.getFirst(), arguments);
        ArmHandlers.note(state, goroutine, frame, site, a);
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
              state.allocate(
                  new HeapObject.Sequence(Stacks.origin(goroutine, hierarchy), List.of())));
      case LENGTH -> sequences.length(state, frame, perform, a.getFirst());
      case AT, PUT, INSERT, REMOVE ->
          sequences.indexed(state, goroutine, frame, perform, primitive, a);
      case APPEND, CLEAR -> sequences.edit(state, frame, perform, primitive, a, 0);
      case INDEX_OF -> sequences.indexOf(state, frame, perform, a);
      case EQUAL -> equal(state, frame, perform, a);
      case IS_ARRAY ->
          deliver(
              frame, perform, Value.of(state.object(a.getFirst(), HeapObject.Array.class) != null));
      case IS_KNOWN -> deliver(frame, perform, Value.of(!(a.getFirst() instanceof Value.Unknown)));
      case IS_SETTLED ->
          deliver(
              frame,
              perform,
              Value.of(!(a.getFirst() instanceof Value.Unknown unknown) || unknown.settled()));
      case DECIDED ->
          a.getFirst() instanceof Value.Unknown unknown
              ? computation.unknowns().enumerate(state, unknown)
              : deliver(frame, perform, a.getFirst());
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

  static Step deliver(Frame frame, Instruction instruction, Value value) {
    frame.set(instruction.target(), value);
    frame.position++;
    return Step.CONTINUE;
  }

  private Step channel(
      State state, Goroutine goroutine, Frame frame, Perform perform, Value capacity) {
    if (capacity instanceof Value.Unknown unknown) {
      return computation.unknowns().enumerate(state, unknown);
    }
    int slots = capacity instanceof Value.Int n ? (int) Math.max(-1, n.value()) : Integer.MAX_VALUE;
    computation.scale().noteRoom(slots);
    return deliver(
        frame,
        perform,
        state.allocate(HeapObject.Channel.made(Stacks.origin(goroutine, hierarchy), slots, false)));
  }

  private Step counter(
      State state, Goroutine goroutine, Frame frame, Perform perform, Value initial) {
    if (initial instanceof Value.Unknown unknown) {
      return computation.unknowns().enumerate(state, unknown);
    }
    long count = initial instanceof Value.Int n ? n.value() : Integer.MAX_VALUE;
    return deliver(
        frame,
        perform,
        state.allocate(new HeapObject.Counter(Stacks.origin(goroutine, hierarchy), count)));
  }

  /** {@code synchronized}: an operation that others can notice. */
  Step monitor(
      State state, Goroutine goroutine, Frame frame, Instruction instruction, Register lock) {
    Value object = classLocks.of(state, frame.get(lock), instruction.site());
    if (object instanceof Value.Null) {
      unwinding.raise(state, goroutine, "java.lang.NullPointerException", null);
      return Step.CONTINUE;
    }
    return await(goroutine, instruction, Primitive.LOCK, List.of(object));
  }

  /** Giving a lock back is noticed at once, and never waits. */
  Step unlock(
      State state, Goroutine goroutine, Frame frame, Instruction instruction, Value locked) {
    Value object = classLocks.of(state, locked, instruction.site());
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
    Origin origin = Stacks.origin(goroutine, hierarchy);
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

  private Step equal(State state, Frame frame, Perform perform, List<Value> a) {
    Boolean same = computation.equality().of(state, a.getFirst(), a.get(1));
    if (same != null) {
      return deliver(frame, perform, Value.of(same));
    }
    boolean settled = Equality.isSettled(state, a.getFirst(), a.get(1));
    return deliver(frame, perform, state.unknown(TypeRef.of("boolean"), settled));
  }
}
