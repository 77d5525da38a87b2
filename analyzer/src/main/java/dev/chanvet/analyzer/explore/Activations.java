package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.PureFunctions;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Instruction.NewObject;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entering and leaving functions, and what comes before: initializing classes, making objects. */
final class Activations {
  private final Hierarchy hierarchy;
  private final PureFunctions pureFunctions;
  private final Layouts layouts;
  private final Overloads overloads;
  private final Returns returns;

  Activations(
      Hierarchy hierarchy,
      PureFunctions pureFunctions,
      LiveRegisters live,
      Layouts layouts,
      Overloads overloads) {
    this.hierarchy = hierarchy;
    this.pureFunctions = pureFunctions;
    this.layouts = layouts;
    this.overloads = overloads;
    this.returns = new Returns(hierarchy, live);
  }

  Step allocate(State state, Goroutine goroutine, Frame frame, NewObject allocation) {
    String type = allocation.type().name();
    if (initialize(state, goroutine, type)) {
      return Step.CONTINUE;
    }
    frame.set(allocation.target(), make(state, goroutine, type));
    frame.position++;
    return Step.CONTINUE;
  }

  /** A new object of a class, before any constructor. */
  Value make(State state, Goroutine goroutine, String type) {
    Layout layout = layouts.of(type);
    return state.allocate(
        new HeapObject.Instance(origin(goroutine), layout, layout.initialValues()));
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

  /** Enters {@code function}; the present instruction receives its result. */
  Step enter(
      State state,
      Goroutine goroutine,
      Function function,
      @Nullable Value self,
      List<Value> arguments) {
    return push(goroutine, function, self, arguments, Frame.OnReturn.DELIVER, null, state);
  }

  /** Enters a constructor; the present instruction receives the object. */
  Step construct(
      State state, Goroutine goroutine, Function constructor, Value object, List<Value> arguments) {
    return push(
        goroutine, constructor, object, arguments, Frame.OnReturn.DELIVER_RESULT, object, state);
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
}
