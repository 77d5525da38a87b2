package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.NewArray;
import dev.chanvet.analyzer.ir.Instruction.Perform;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays, and the lists that models of collections are made of: values by their index. */
final class Sequences {
  private static final String OUT_OF_ARRAY = "java.lang.ArrayIndexOutOfBoundsException";
  private static final String OUT_OF_BOUNDS = "java.lang.IndexOutOfBoundsException";
  private static final FieldRef ELEMENTS = new FieldRef(null, "elements");
  private static final int LONGEST_ARRAY = 64;
  private static final int LONGEST_SEQUENCE = 256;

  private final Hierarchy hierarchy;
  private final Unwinding unwinding;
  private final Computation computation;
  private final Forks forks;
  private final Handovers handovers;

  Sequences(Hierarchy hierarchy, Unwinding unwinding, Computation computation, Forks forks) {
    this.hierarchy = hierarchy;
    this.unwinding = unwinding;
    this.computation = computation;
    this.forks = forks;
    this.handovers = new Handovers(hierarchy);
  }

  Step newArray(State state, Goroutine goroutine, Frame frame, NewArray array) {
    Value length = frame.get(array.length());
    if (length instanceof Value.Unknown unknown) {
      return computation.unknowns().enumerate(state, unknown);
    }
    int size =
        length instanceof Value.Int n ? Math.clamp(n.value(), 0, LONGEST_ARRAY) : LONGEST_ARRAY;
    return Primitives.deliver(
        frame,
        array,
        state.allocate(
            new HeapObject.Array(
                Stacks.origin(goroutine, hierarchy),
                array.element(),
                Collections.nCopies(size, Layout.initial(array.element())))));
  }

  Step length(State state, Frame frame, Instruction instruction, Value value) {
    if (value instanceof Value.Unknown unknown) {
      return Primitives.deliver(
          frame,
          instruction,
          state.decisions.length(unknown, () -> state.unknown(TypeRef.of("int"))));
    }
    HeapObject object =
        value instanceof Value.Reference r ? state.object(indexable(state, r).id()) : null;
    return Primitives.deliver(
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
    Value elements = frame.get(array);
    if (elements instanceof Value.Reference reference) {
      elements = indexable(state, reference);
    }
    List<Value> arguments = new ArrayList<>(List.of(elements, frame.get(index)));
    if (stored != null) {
      arguments.add(frame.get(stored));
    }
    Primitive primitive = stored == null ? Primitive.AT : Primitive.PUT;
    handovers.use(state, goroutine, primitive, arguments);
    return indexed(state, goroutine, frame, instruction, primitive, arguments);
  }

  /** What was unknown has become a list where it was gone through; used as an array, it is one. */
  private static Value.Reference indexable(State state, Value.Reference array) {
    if (state.object(array.id()) instanceof HeapObject.Instance list) {
      int slot = list.layout().slot(ELEMENTS);
      if (slot >= 0 && list.values().get(slot) instanceof Value.Reference elements) {
        return elements;
      }
    }
    return array;
  }

  Step indexed(
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
      return Primitives.deliver(frame, instruction, state.unknown(elementType(a.getFirst())));
    }
    int size = object.values().size();
    if (a.get(1) instanceof Value.Int index) {
      boolean insert = primitive == Primitive.INSERT;
      if (index.value() < 0 || index.value() > size || (index.value() == size && !insert)) {
        if (primitive == Primitive.AT && mayBeFilled(state, a.getFirst(), object)) {
          return Primitives.deliver(frame, instruction, state.unknown(TypeRef.UNKNOWN));
        }
        boolean array = object instanceof HeapObject.Array;
        unwinding.raise(state, goroutine, array ? OUT_OF_ARRAY : OUT_OF_BOUNDS, null);
        return Step.CONTINUE;
      }
      return primitive == Primitive.AT
          ? Primitives.deliver(frame, instruction, object.values().get((int) index.value()))
          : edit(state, frame, instruction, primitive, a, (int) index.value());
    }
    if (a.get(1) instanceof Value.Unknown index && size > 0) {
      for (int i = 0; i < size; i++) {
        forks.bind(state, index, Value.of(i));
      }
      return Step.FORKED;
    }
    return Primitives.deliver(frame, instruction, state.unknown(TypeRef.UNKNOWN));
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

  Step edit(
      State state,
      Frame frame,
      Instruction instruction,
      Primitive primitive,
      List<Value> a,
      int index) {
    if (!(a.getFirst() instanceof Value.Reference reference)) {
      a.stream().skip(1).forEach(state::escape);
      return Primitives.deliver(frame, instruction, state.unknown(TypeRef.UNKNOWN));
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
    return Primitives.deliver(frame, instruction, result);
  }

  Step indexOf(State state, Frame frame, Perform perform, List<Value> a) {
    HeapObject object = a.getFirst() instanceof Value.Reference r ? state.object(r.id()) : null;
    if (object == null) {
      return Primitives.deliver(frame, perform, state.unknown(TypeRef.of("int")));
    }
    for (int i = 0; i < object.values().size(); i++) {
      Boolean same = computation.equality().of(state, object.values().get(i), a.get(1));
      if (same == null) {
        boolean settled = Equality.isSettled(state, a.getFirst(), a.get(1));
        return guess(state, perform, object.values().size(), settled);
      }
      if (same) {
        return Primitives.deliver(frame, perform, Value.of(i));
      }
    }
    return Primitives.deliver(frame, perform, Value.of(-1));
  }

  private Step guess(State state, Perform perform, int size, boolean settled) {
    for (int i = -1; i < size; i++) {
      int index = i;
      forks.add(
          state,
          copy -> {
            copy.guessed |= settled;
            for (Goroutine goroutine : copy.goroutines) {
              if (goroutine.isRunning()) {
                Primitives.deliver(goroutine.top(), perform, Value.of(index));
                return;
              }
            }
          });
    }
    return Step.FORKED;
  }
}
