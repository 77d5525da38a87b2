package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Dispatch;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of function values: lambdas, method references, objects with one abstract method. */
final class ValueCalls {
  private static final String NULL_POINTER = "java.lang.NullPointerException";

  private final Hierarchy hierarchy;
  private final Unwinding unwinding;
  private final Overloads overloads;
  private final Activations activations;
  private final Unresolved unresolved;
  private final ConstantCalls constantCalls;

  ValueCalls(
      Hierarchy hierarchy,
      Unwinding unwinding,
      Overloads overloads,
      Activations activations,
      Unresolved unresolved,
      ConstantCalls constantCalls) {
    this.hierarchy = hierarchy;
    this.unwinding = unwinding;
    this.overloads = overloads;
    this.activations = activations;
    this.unresolved = unresolved;
    this.constantCalls = constantCalls;
  }

  static boolean isFunctionValue(HeapObject object) {
    return object instanceof HeapObject.Closure || object instanceof HeapObject.MethodReference;
  }

  /**
   * Calls a function value: a lambda, a method reference, or an object by its one abstract method.
   *
   * @param call the instruction that receives the result
   */
  Step call(
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
        yield activations.enter(state, goroutine, closure.body(), null, all);
      }
      case HeapObject.MethodReference reference ->
          callReference(state, goroutine, frame, call, reference, arguments);
      case HeapObject.Instance instance -> {
        Function function =
            overloads.functional(instance.layout().type(), new Arguments(state, arguments));
        yield function == null
            ? unresolved.call(state, goroutine, frame, call, callee, arguments)
            : activations.enter(state, goroutine, function, callee, arguments);
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
    if (activations.initialize(state, goroutine, owner)) {
      return Step.CONTINUE;
    }
    Invoke written = written(call, reference, Dispatch.STATIC);
    Step constant = constantCalls.call(state, goroutine, frame, written, null, arguments);
    if (constant != null) {
      return constant;
    }
    Function function = overloads.find(owner, reference.name(), new Arguments(state, arguments));
    if (function != null && function.isStatic()) {
      return activations.enter(state, goroutine, function, null, arguments);
    }
    if (arguments.isEmpty() || (function == null && JdkAnswers.isStatic(owner, reference.name()))) {
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
      return call(state, goroutine, frame, call, self, arguments);
    } else if (self instanceof Value.Unknown unknown) {
      TypeRef type =
          unknown.type().isUnknown() && reference.owner() != null
              ? reference.owner()
              : unknown.type();
      function = overloads.findForUnknown(type, reference.name(), typed);
    }
    if (function != null) {
      return activations.enter(state, goroutine, function, self, arguments);
    }
    Invoke written = written(call, reference, Dispatch.VIRTUAL);
    Step constant = constantCalls.call(state, goroutine, frame, written, self, arguments);
    return constant == null
        ? unresolved.call(state, goroutine, frame, written, self, arguments)
        : constant;
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

  /** Makes an object by a constructor that takes the arguments, if one is known. */
  Step construct(
      State state,
      Goroutine goroutine,
      Frame frame,
      Instruction call,
      @Nullable TypeRef type,
      List<Value> arguments) {
    if (type == null || type.dimensions() > 0) {
      return unresolved.call(state, goroutine, frame, call, null, arguments);
    }
    if (activations.initialize(state, goroutine, type.name())) {
      return Step.CONTINUE;
    }
    Value object = activations.make(state, goroutine, type.name());
    Function constructor =
        overloads.choose(
            hierarchy.declared(type.name(), "<init>"), new Arguments(state, arguments));
    if (constructor == null) {
      arguments.forEach(state::escape);
      frame.set(call.target(), object);
      frame.position++;
      return Step.CONTINUE;
    }
    return activations.construct(state, goroutine, constructor, object, arguments);
  }
}
