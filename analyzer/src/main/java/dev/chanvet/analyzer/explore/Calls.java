package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction.Dispatch;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Instruction.Iterate;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls of methods: which one is meant is decided by the values at hand. */
final class Calls {
  private static final String OBJECT = "java.lang.Object";
  private static final String NULL_POINTER = "java.lang.NullPointerException";

  private final Hierarchy hierarchy;
  private final Demand demand;
  private final Layouts layouts;
  private final Unwinding unwinding;
  private final Overloads overloads;
  private final Activations activations;
  private final Unresolved unresolved;
  private final ConstantCalls constantCalls;
  private final ValueCalls valueCalls;
  private final Handovers handovers;
  private final SharedCollections collections;

  Calls(
      Hierarchy hierarchy,
      Demand demand,
      Layouts layouts,
      Unwinding unwinding,
      Overloads overloads,
      Activations activations,
      Computation computation,
      Scale scale,
      Forks forks) {
    this.hierarchy = hierarchy;
    this.demand = demand;
    this.layouts = layouts;
    this.unwinding = unwinding;
    this.overloads = overloads;
    this.activations = activations;
    this.handovers = new Handovers(hierarchy);
    this.collections = new SharedCollections(hierarchy);
    Failures failures = new Failures(hierarchy, unwinding, forks);
    this.constantCalls = new ConstantCalls(hierarchy, scale, failures);
    this.unresolved = new Unresolved(hierarchy, failures, computation, forks, handovers);
    this.valueCalls =
        new ValueCalls(hierarchy, unwinding, overloads, activations, unresolved, constantCalls);
  }

  ValueCalls ofValues() {
    return valueCalls;
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
    if (activations.initialize(state, goroutine, owner)) {
      return Step.CONTINUE;
    }
    Step constant = constantCalls.call(state, goroutine, frame, call, null, arguments.values());
    if (constant != null) {
      return constant;
    }
    Function function = overloads.find(owner, call.name(), arguments);
    return function == null || !function.isStatic()
        ? unresolved.call(state, goroutine, frame, call, null, arguments.values())
        : activations.enter(state, goroutine, function, null, arguments.values());
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
        : activations.enter(state, goroutine, function, self, arguments.values());
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
          return activations.enter(state, goroutine, function, self, arguments.values());
        }
        handovers.call(state, goroutine, instance, self, call.name());
      } else if (ValueCalls.isFunctionValue(object)) {
        Function inherited = defaultMethod(call, arguments);
        return inherited != null
            ? activations.enter(state, goroutine, inherited, self, arguments.values())
            : valueCalls.call(state, goroutine, frame, call, self, arguments.values());
      }
    } else if (self instanceof Value.Unknown unknown) {
      state.decisions.assumeCalled(unknown);
      Function function = overloads.findForUnknown(unknown.type(), call, arguments);
      if (function != null) {
        return activations.enter(state, goroutine, function, self, arguments.values());
      }
    }
    Step constant = constantCalls.call(state, goroutine, frame, call, self, arguments.values());
    return constant == null
        ? unresolved.call(state, goroutine, frame, call, self, arguments.values())
        : constant;
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

  /** A method with a body that the declared functional interface offers: {@code andThen}. */
  private @Nullable Function defaultMethod(Invoke call, Arguments arguments) {
    Function function =
        call.owner() == null ? null : overloads.find(call.owner().name(), call.name(), arguments);
    return function == null || function.isStatic() ? null : function;
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
      return valueCalls.construct(
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

  private static String ownerName(Invoke call) {
    return call.owner() == null ? "?" : call.owner().name();
  }
}
