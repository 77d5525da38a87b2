package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Decisions.Question;
import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.MutableFields;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.LoadField;
import dev.chanvet.analyzer.ir.Instruction.LoadStatic;
import dev.chanvet.analyzer.ir.Instruction.MakeClosure;
import dev.chanvet.analyzer.ir.Instruction.MakeMethodReference;
import dev.chanvet.analyzer.ir.Instruction.StoreField;
import dev.chanvet.analyzer.ir.Instruction.StoreStatic;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fields, static fields, constants and function values. */
final class Memory {
  private static final String NULL_POINTER = "java.lang.NullPointerException";

  private final Hierarchy hierarchy;
  private final MutableFields mutableFields;
  private final Demand demand;
  private final Unwinding unwinding;
  private final Scale scale;
  private final Handovers handovers;

  Memory(
      Hierarchy hierarchy,
      MutableFields mutableFields,
      Demand demand,
      Unwinding unwinding,
      Scale scale) {
    this.hierarchy = hierarchy;
    this.mutableFields = mutableFields;
    this.demand = demand;
    this.unwinding = unwinding;
    this.scale = scale;
    this.handovers = new Handovers(hierarchy);
  }

  Value literal(Literal literal) {
    return switch (literal) {
      case Literal.Null n -> Value.NULL;
      case Literal.Bool b -> Value.of(b.value());
      case Literal.Int i -> Value.of(scale.apply(i.value()));
      case Literal.Real r -> new Value.Real(r.value());
      case Literal.Text t -> new Value.Text(t.value());
      case Literal.Class c -> new Value.ClassObject(c.type());
    };
  }

  Step load(State state, Goroutine goroutine, Frame frame, LoadField load) {
    Value object = frame.get(load.object());
    if (object instanceof Value.Unknown unknown) {
      return set(frame, load.target(), fieldOfUnknown(state, unknown, load.field()));
    }
    HeapObject.Instance instance = state.object(object, HeapObject.Instance.class);
    if (instance == null) {
      if (object instanceof Value.Null) {
        unwinding.raise(state, goroutine, NULL_POINTER, null);
        return Step.CONTINUE;
      }
      return set(frame, load.target(), state.unknown(TypeRef.UNKNOWN));
    }
    int slot = instance.layout().slot(load.field());
    if (slot < 0) {
      return set(frame, load.target(), state.unknown(TypeRef.UNKNOWN));
    }
    int id = ((Value.Reference) object).id();
    if (mustWait(state, goroutine, id, load.field())) {
      return access(goroutine, load, List.of(object));
    }
    handovers.use(state, goroutine, object, load.field().name(), false);
    return set(frame, load.target(), instance.values().get(slot));
  }

  Step store(State state, Goroutine goroutine, Frame frame, StoreField store) {
    Value object = frame.get(store.object());
    Value value = frame.get(store.value());
    if (object instanceof Value.Unknown unknown) {
      state.escape(value);
      state.decisions.decide(new Question(unknown.id(), "field", store.field().name()), value);
      return next(frame);
    }
    HeapObject.Instance instance = state.object(object, HeapObject.Instance.class);
    if (instance == null) {
      if (object instanceof Value.Null) {
        unwinding.raise(state, goroutine, NULL_POINTER, null);
        return Step.CONTINUE;
      }
      state.escape(value);
      return next(frame);
    }
    int slot = instance.layout().slot(store.field());
    int id = ((Value.Reference) object).id();
    if (slot < 0) {
      state.escape(value);
      return next(frame);
    }
    if (mustWait(state, goroutine, id, store.field())) {
      return access(goroutine, store, List.of(object));
    }
    handovers.use(state, goroutine, object, store.field().name(), true);
    state.replace(id, instance.with(slot, value));
    if (state.isShared(id)) {
      state.share(value);
    }
    if (state.isEscaped(id)) {
      state.escape(value);
    }
    return next(frame);
  }

  Step loadStatic(State state, Goroutine goroutine, Frame frame, LoadStatic load) {
    TypeDeclaration owner = owner(load.field());
    if (Script.isKept(load.field())) {
      return set(frame, load.target(), state.statics.getOrDefault(load.field().name(), Value.NULL));
    }
    if (owner == null) {
      return set(
          frame, load.target(), state.unknown(TypeRef.UNKNOWN, PureCalls.isConstant(load.field())));
    }
    if (mustWaitStatic(state, goroutine, load.field())) {
      return access(goroutine, load, List.of());
    }
    TypeRef type = fieldType(owner, load.field());
    Value value =
        state.statics.getOrDefault(owner.name() + "." + load.field().name(), Layout.initial(type));
    return set(frame, load.target(), value);
  }

  Step storeStatic(State state, Goroutine goroutine, Frame frame, StoreStatic store) {
    Value value = frame.get(store.value());
    TypeDeclaration owner = owner(store.field());
    if (Script.isKept(store.field())) {
      state.statics.put(store.field().name(), value);
      state.share(value);
      return next(frame);
    }
    if (owner == null) {
      state.escape(value);
      return next(frame);
    }
    if (mustWaitStatic(state, goroutine, store.field())) {
      return access(goroutine, store, List.of());
    }
    state.statics.put(owner.name() + "." + store.field().name(), value);
    state.share(value);
    return next(frame);
  }

  Step closure(State state, Goroutine goroutine, Frame frame, MakeClosure make) {
    return set(
        frame,
        make.target(),
        state.allocate(
            new HeapObject.Closure(
                new Origin(make.site(), null),
                Objects.requireNonNull(hierarchy.program().function(make.body())),
                make.captures().stream().map(frame::get).toList())));
  }

  Step methodReference(State state, Goroutine goroutine, Frame frame, MakeMethodReference make) {
    return set(
        frame,
        make.target(),
        state.allocate(
            new HeapObject.MethodReference(
                new Origin(make.site(), null),
                make.owner(),
                make.name(),
                make.receiver() == null ? List.of() : List.of(frame.get(make.receiver())))));
  }

  /**
   * The value of an unknown object's field: unknown as well, but always the same until it is stored
   * to.
   */
  private Value fieldOfUnknown(State state, Value.Unknown object, FieldRef field) {
    Question question = new Question(object.id(), "field", field.name());
    Value known = state.decisions.answer(question);
    if (known == null) {
      TypeDeclaration owner =
          hierarchy.fieldOwner(
              field.owner() == null ? object.type().name() : field.owner(), field.name());
      TypeRef type = owner == null ? TypeRef.UNKNOWN : fieldType(owner, field);
      known = state.unknown(type);
      state.decisions.decide(question, known);
    }
    return known;
  }

  private static TypeRef fieldType(TypeDeclaration owner, FieldRef field) {
    return Objects.requireNonNull(owner.fields().get(field.name())).type();
  }

  private @Nullable TypeDeclaration owner(FieldRef field) {
    return field.owner() == null ? null : hierarchy.fieldOwner(field.owner(), field.name());
  }

  private boolean mustWait(State state, Goroutine goroutine, int object, FieldRef field) {
    return state.isShared(object) && mustWait(state, goroutine, field);
  }

  private boolean mustWaitStatic(State state, Goroutine goroutine, FieldRef field) {
    return state.goroutines.size() > 1 && mustWait(state, goroutine, field);
  }

  private boolean mustWait(State state, Goroutine goroutine, FieldRef field) {
    if (goroutine.cleared || !mutableFields.contains(field) || !demand.wants(field)) {
      return false;
    }
    Frame model = Stacks.modelFrame(goroutine, hierarchy);
    boolean admitted = model != null && model.admitted;
    state.wide |= admitted;
    return !admitted && !state.holdsLock(goroutine);
  }

  private Step access(Goroutine goroutine, Instruction instruction, List<Value> arguments) {
    goroutine.pending =
        Pending.access(instruction, arguments, Stacks.userSite(goroutine, hierarchy));
    return Step.CONTINUE;
  }

  private static Step set(Frame frame, @Nullable Register target, Value value) {
    frame.set(target, value);
    return next(frame);
  }

  private static Step next(Frame frame) {
    frame.position++;
    return Step.CONTINUE;
  }
}
