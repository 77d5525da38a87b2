package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.PureFunctions;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Dispatch;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Instruction.Iterate;
import dev.chanvet.analyzer.ir.Instruction.NewObject;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Entering and leaving functions: which function a call means is decided by the values at hand. */
final class Calls {
  private static final String OBJECT = "java.lang.Object";
  private static final String NULL_POINTER = "java.lang.NullPointerException";

  private final Hierarchy hierarchy;
  private final PureFunctions pureFunctions;
  private final Demand demand;
  private final Layouts layouts;
  private final Unwinding unwinding;
  private final Overloads overloads;
  private final Unresolved unresolved;
  private final Returns returns;
  private final Handovers handovers;
  private final SharedCollections collections;

  Calls(
      Hierarchy hierarchy,
      PureFunctions pureFunctions,
      LiveRegisters live,
      Layouts layouts,
      Unwinding unwinding,
      Computation computation,
      Forks forks) {
    this.hierarchy = hierarchy;
    this.pureFunctions = pureFunctions;
    this.demand = live.demand();
    this.layouts = layouts;
    this.unwinding = unwinding;
    this.overloads = new Overloads(hierarchy);
    this.returns = new Returns(hierarchy, live);
    this.handovers = new Handovers(hierarchy);
    this.collections = new SharedCollections(hierarchy);
    this.unresolved = new Unresolved(hierarchy, unwinding, computation, forks, handovers);
  }

  Step invoke(State state, Goroutine goroutine, Frame frame, Invoke call) {
    if (demand.isIdle(frame.function, frame.block, frame.position, call)) {
      assumeReceiver(state, frame, call);
      state.worked = true;
      frame.position++;
      return Step.CONTINUE;
    }
    List<Value> arguments = call.arguments().stream().map(frame::get).toList();
    Arguments typed = new Arguments(state, arguments, call.argumentTypes());
    return switch (call.dispatch()) {
      case STATIC -> invokeStatic(state, goroutine, frame, call, typed);
      case SPECIAL -> invokeSpecial(state, goroutine, frame, call, typed);
      case VIRTUAL -> invokeVirtual(state, goroutine, frame, call, typed);
    };
  }

  private static void assumeReceiver(State state, Frame frame, Invoke call) {
    Register receiver = call.dispatch() == Dispatch.VIRTUAL ? call.receiver() : null;
    if (receiver != null && frame.get(receiver) instanceof Value.Unknown unknown) {
      state.decisions.assumeCalled(unknown);
    }
  }

  private Step invokeStatic(
      State state, Goroutine goroutine, Frame frame, Invoke call, Arguments arguments) {
    String owner = ownerName(call);
    if (initialize(state, goroutine, owner)) {
      return Step.CONTINUE;
    }
    Step constant = unresolved.constant(state, goroutine, frame, call, null, arguments.values());
    if (constant != null) {
      return constant;
    }
    Function function = overloads.find(owner, call.name(), arguments);
    return function == null || !function.isStatic()
        ? unresolved.call(state, goroutine, frame, call, null, arguments.values())
        : enter(state, goroutine, function, null, arguments.values());
  }

  private Step invokeSpecial(
      State state, Goroutine goroutine, Frame frame, Invoke call, Arguments arguments) {
    Value self = frame.get(Objects.requireNonNull(call.receiver()));
    String owner = ownerName(call);
    Function function =
        call.name().equals("<init>")
            ? overloads.choose(hierarchy.declared(owner, "<init>"), arguments)
            : overloads.find(owner, call.name(), arguments);
    return function == null
        ? unresolved.call(state, goroutine, frame, call, self, arguments.values())
        : enter(state, goroutine, function, self, arguments.values());
  }

  private Step invokeVirtual(
      State state, Goroutine goroutine, Frame frame, Invoke call, Arguments arguments) {
    Value self = frame.get(Objects.requireNonNull(call.receiver()));
    if (self instanceof Value.Null) {
      unwinding.raise(state, goroutine, NULL_POINTER, nullReceiver(goroutine, call));
      return Step.CONTINUE;
    }
    if (self instanceof Value.Reference reference) {
      HeapObject object = state.object(reference.id());
      if (object instanceof HeapObject.Instance instance) {
        if (collections.mustWait(state, goroutine, frame, reference, instance.layout())) {
          return collections.await(goroutine, frame, reference);
        }
        Function function = overloads.find(instance.layout().type(), call.name(), arguments);
        if (function != null) {
          if (function.owner().equals(OBJECT)) {
            handovers.describe(state, goroutine, self);
          }
          return enter(state, goroutine, function, self, arguments.values());
        }
        handovers.call(state, goroutine, instance, self, call.name());
      } else if (isFunctionValue(object)) {
        Function inherited = defaultMethod(call, arguments);
        return inherited != null
            ? enter(state, goroutine, inherited, self, arguments.values())
            : callValue(state, goroutine, frame, call, self, arguments.values());
      }
    } else if (self instanceof Value.Unknown unknown) {
      state.decisions.assumeCalled(unknown);
      Function function = overloads.findForUnknown(unknown.type(), call, arguments);
      if (function != null) {
        return enter(state, goroutine, function, self, arguments.values());
      }
    }
    return unresolved.call(state, goroutine, frame, call, self, arguments.values());
  }

  private Fault nullReceiver(Goroutine goroutine, Invoke call) {
    return new Fault(
        NULL_POINTER,
        null,
        call.name(),
        Stacks.userSite(goroutine, hierarchy),
        goroutine.id,
        call.owner() == null ? null : call.owner().name(),
        null,
        null,
        Fault.Caught.NO);
  }

  private static boolean isFunctionValue(HeapObject object) {
    return object instanceof HeapObject.Closure || object instanceof HeapObject.MethodReference;
  }

  /** A method with a body that the declared functional interface offers: {@code andThen}. */
  private @Nullable Function defaultMethod(Invoke call, Arguments arguments) {
    Function function =
        call.owner() == null ? null : overloads.find(call.owner().name(), call.name(), arguments);
    return function == null || function.isStatic() ? null : function;
  }

  /**
   * Calls a function value: a lambda, a method reference, or an object by its one abstract method.
   *
   * @param call the instruction that receives the result
   */
  Step callValue(
      State state,
      Goroutine goroutine,
      Frame frame,
      Instruction call,
      Value callee,
      List<Value> arguments) {
    if (callee instanceof Value.Null) {
      unwinding.raise(state, goroutine, NULL_POINTER, null);
      return Step.CONTINUE;
    }
    HeapObject object = callee instanceof Value.Reference r ? state.object(r.id()) : null;
    return switch (object) {
      case HeapObject.Closure closure -> {
        List<Value> all = new ArrayList<>(closure.values());
        all.addAll(arguments);
        yield enter(state, goroutine, closure.body(), null, all);
      }
      case HeapObject.MethodReference reference ->
          callReference(state, goroutine, frame, call, reference, arguments);
      case HeapObject.Instance instance -> {
        Function function =
            overloads.functional(instance.layout().type(), new Arguments(state, arguments));
        yield function == null
            ? unresolved.call(state, goroutine, frame, call, callee, arguments)
            : enter(state, goroutine, function, callee, arguments);
      }
      case null, default -> unresolved.call(state, goroutine, frame, call, callee, arguments);
    };
  }

  private Step callReference(
      State state,
      Goroutine goroutine,
      Frame frame,
      Instruction call,
      HeapObject.MethodReference reference,
      List<Value> arguments) {
    if (reference.name().equals("<init>")) {
      return construct(state, goroutine, frame, call, reference.owner(), arguments);
    }
    if (!reference.values().isEmpty()) {
      return callMethod(
          state, goroutine, frame, call, reference.values().getFirst(), reference, arguments);
    }
    String owner = reference.owner() == null ? "?" : reference.owner().name();
    if (initialize(state, goroutine, owner)) {
      return Step.CONTINUE;
    }
    Instruction written = written(call, reference, Dispatch.STATIC);
    Step constant = unresolved.constant(state, goroutine, frame, written, null, arguments);
    if (constant != null) {
      return constant;
    }
    Function function = overloads.find(owner, reference.name(), new Arguments(state, arguments));
    if (function != null && function.isStatic()) {
      return enter(state, goroutine, function, null, arguments);
    }
    if (arguments.isEmpty()
        || (function == null && ConstantCalls.isStatic(owner, reference.name()))) {
      return unresolved.call(state, goroutine, frame, written, null, arguments);
    }
    return callMethod(
        state,
        goroutine,
        frame,
        call,
        arguments.getFirst(),
        reference,
        arguments.subList(1, arguments.size()));
  }

  private Step callMethod(
      State state,
      Goroutine goroutine,
      Frame frame,
      Instruction call,
      Value self,
      HeapObject.MethodReference reference,
      List<Value> arguments) {
    if (self instanceof Value.Null) {
      unwinding.raise(state, goroutine, NULL_POINTER, null);
      return Step.CONTINUE;
    }
    HeapObject object = self instanceof Value.Reference r ? state.object(r.id()) : null;
    Arguments typed = new Arguments(state, arguments);
    Function function = null;
    if (object instanceof HeapObject.Instance instance) {
      function = overloads.find(instance.layout().type(), reference.name(), typed);
    } else if (object != null && isFunctionValue(object)) {
      return callValue(state, goroutine, frame, call, self, arguments);
    } else if (self instanceof Value.Unknown unknown) {
      TypeRef type =
          unknown.type().isUnknown() && reference.owner() != null
              ? reference.owner()
              : unknown.type();
      function = overloads.findForUnknown(type, reference.name(), typed);
    }
    return function == null
        ? unresolved.call(
            state, goroutine, frame, written(call, reference, Dispatch.VIRTUAL), self, arguments)
        : enter(state, goroutine, function, self, arguments);
  }

  /** What a method reference calls, as if that were written where it is called. */
  private static Invoke written(
      Instruction call, HeapObject.MethodReference reference, Dispatch dispatch) {
    return new Invoke(
        call.site(),
        call.target(),
        dispatch,
        null,
        reference.owner(),
        reference.name(),
        List.of(),
        List.of(),
        null);
  }

  private Step construct(
      State state,
      Goroutine goroutine,
      Frame frame,
      Instruction call,
      @Nullable TypeRef type,
      List<Value> arguments) {
    if (type == null || type.dimensions() > 0) {
      return unresolved.call(state, goroutine, frame, call, null, arguments);
    }
    if (initialize(state, goroutine, type.name())) {
      return Step.CONTINUE;
    }
    Layout layout = layouts.of(type.name());
    Value object =
        state.allocate(new HeapObject.Instance(origin(goroutine), layout, layout.initialValues()));
    Function constructor =
        overloads.choose(
            hierarchy.declared(type.name(), "<init>"), new Arguments(state, arguments));
    if (constructor == null) {
      arguments.forEach(state::escape);
      frame.set(call.target(), object);
      frame.position++;
      return Step.CONTINUE;
    }
    return push(
        goroutine, constructor, object, arguments, Frame.OnReturn.DELIVER_RESULT, object, state);
  }

  Step allocate(State state, Goroutine goroutine, Frame frame, NewObject allocation) {
    String type = allocation.type().name();
    if (initialize(state, goroutine, type)) {
      return Step.CONTINUE;
    }
    Layout layout = layouts.of(type);
    frame.set(
        allocation.target(),
        state.allocate(new HeapObject.Instance(origin(goroutine), layout, layout.initialValues())));
    frame.position++;
    return Step.CONTINUE;
  }

  private Origin origin(Goroutine goroutine) {
    return new Origin(
        Stacks.userSite(goroutine, hierarchy), Stacks.resultName(goroutine, hierarchy));
  }

  /**
   * Starts a class's static initializer if it has not run yet.
   *
   * @return whether it was started; the present instruction then runs again after it
   */
  boolean initialize(State state, Goroutine goroutine, @Nullable String type) {
    if (type == null || state.initialized.contains(type)) {
      return false;
    }
    TypeDeclaration declaration = hierarchy.program().type(type);
    if (declaration == null) {
      return false;
    }
    state.initialized.add(type);
    List<Function> initializers = hierarchy.declared(type, "<clinit>");
    boolean started = false;
    if (!initializers.isEmpty() && initializers.getFirst().hasBody()) {
      goroutine.stack.add(new Frame(initializers.getFirst(), Frame.OnReturn.RERUN, null));
      started = true;
    }
    return initialize(state, goroutine, declaration.superclass()) || started;
  }

  /** An enhanced {@code for} asks for its iterator. */
  Step iterate(State state, Goroutine goroutine, Frame frame, Iterate iterate) {
    Value source = frame.get(iterate.source());
    if (source instanceof Value.Unknown unknown
        && overloads.findForUnknown(unknown.type(), "iterator", new Arguments(state, List.of()))
            == null) {
      return unresolved.materialize(state, layouts, unknown, iterate.site());
    }
    if (state.object(source, HeapObject.Array.class) != null) {
      return construct(
          state,
          goroutine,
          frame,
          iterate,
          TypeRef.of("dev.chanvet.model.ArrayIterator"),
          List.of(source));
    }
    Invoke call =
        new Invoke(
            iterate.site(),
            iterate.target(),
            Dispatch.VIRTUAL,
            iterate.source(),
            null,
            "iterator",
            List.of(),
            List.of(),
            null);
    return invokeVirtual(state, goroutine, frame, call, new Arguments(state, List.of()));
  }

  /** Values become part of a text. */
  void describe(State state, Goroutine goroutine, List<Value> values) {
    values.forEach(value -> handovers.describe(state, goroutine, value));
  }

  /** Enters {@code function}; the present instruction receives its result. */
  Step enter(
      State state,
      Goroutine goroutine,
      Function function,
      @Nullable Value self,
      List<Value> arguments) {
    return push(goroutine, function, self, arguments, Frame.OnReturn.DELIVER, null, state);
  }

  private Step push(
      Goroutine goroutine,
      Function function,
      @Nullable Value self,
      List<Value> arguments,
      Frame.OnReturn onReturn,
      @Nullable Value result,
      State state) {
    Frame callee = new Frame(function, onReturn, result);
    if (self != null && function.self() != null) {
      callee.set(function.self(), self);
    }
    List<Value> bound = overloads.pack(state, function, arguments, origin(goroutine));
    List<Function.Parameter> parameters = function.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      callee.set(
          parameters.get(i).register(),
          i < bound.size()
              ? typed(bound.get(i), parameters.get(i).type())
              : state.unknown(parameters.get(i).type()));
    }
    callee.pure =
        onReturn == Frame.OnReturn.DELIVER
            && pureFunctions.contains(function.id())
            && arguments.stream().noneMatch(Value.Reference.class::isInstance);
    state.worked |= !isIdle(goroutine.top().function.owner(), function.owner());
    goroutine.stack.add(callee);
    state.entered.add(function.id());
    return Step.CONTINUE;
  }

  /** Whether a call only looks at variables or prepares a select, as far as its user can tell. */
  private boolean isIdle(String caller, String callee) {
    return hierarchy.isModel(caller)
        || !hierarchy.isModel(callee)
        || callee.startsWith("dev.chanvet.")
        || callee.startsWith("java.util.concurrent.atomic.")
        || (callee.startsWith("java.util.") && !callee.startsWith("java.util.concurrent."))
        || callee.equals("java.lang.Integer")
        || callee.equals("java.lang.Boolean");
  }

  /** An unknown argument learns the parameter's type if it has none. */
  private static Value typed(Value value, TypeRef type) {
    return value instanceof Value.Unknown unknown && unknown.type().isUnknown() && !type.isUnknown()
        ? unknown.typed(type)
        : value;
  }

  /** Returns {@code value} from {@code frame}, which is the goroutine's innermost. */
  void leave(State state, Goroutine goroutine, Frame frame, Value value) {
    goroutine.stack.removeLast();
    if (goroutine.stack.isEmpty()) {
      goroutine.ended = true;
      state.returned = goroutine.id == 1 ? value : state.returned;
      return;
    }
    Frame caller = goroutine.top();
    switch (frame.onReturn) {
      case RERUN -> {}
      case DELIVER, DELIVER_RESULT -> {
        Instruction call = caller.instruction();
        if (call != null) {
          caller.set(call.target(), frame.result == null ? value : frame.result);
          caller.position++;
          if (call instanceof Invoke invoke) {
            returns.note(state, goroutine, frame, invoke, value);
          }
        }
      }
    }
  }

  private static String ownerName(Invoke call) {
    return call.owner() == null ? "?" : call.owner().name();
  }
}
