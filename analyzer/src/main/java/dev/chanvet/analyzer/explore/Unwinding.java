package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Fault.Caught;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Handler;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import org.jspecify.annotations.Nullable;

/** Exceptions: finding the handler, unwinding the stack, ending the goroutine if there is none. */
final class Unwinding {
  /** What models of channels call the machine's channel that they are made of. */
  private static final FieldRef CORE = new FieldRef(null, "core");

  private final Hierarchy hierarchy;
  private final Layouts layouts;

  Unwinding(Hierarchy hierarchy, Layouts layouts) {
    this.hierarchy = hierarchy;
    this.layouts = layouts;
  }

  /**
   * Throws a new exception of that class at the goroutine's present instruction, for that fault.
   */
  void raise(State state, Goroutine goroutine, String type, @Nullable Fault fault) {
    Value exception = newException(state, goroutine, type);
    Caught caught = unwind(state, goroutine, exception);
    if (fault != null) {
      state.faults.add(fault.with(caught));
    }
  }

  /**
   * Throws an exception that the code has made; one that a model makes is a fault of its caller.
   */
  void rethrow(State state, Goroutine goroutine, Frame frame, Register thrown) {
    Value exception = frame.get(thrown);
    if (!hierarchy.isModel(frame.function.owner()) || isCaught(frame, thrown)) {
      unwind(state, goroutine, exception);
      return;
    }
    HeapObject.Channel channel = subject(state, goroutine);
    Fault fault =
        new Fault(
            typeOf(state, exception),
            null,
            Stacks.operation(goroutine, hierarchy),
            Stacks.userSite(goroutine, hierarchy),
            goroutine.id,
            null,
            channel == null ? null : channel.origin(),
            channel == null ? null : channel.closedAt(),
            Caught.NO);
    state.faults.add(fault.with(unwind(state, goroutine, exception)));
  }

  /** The machine's channel in the object whose model user code has called, if there is one. */
  private HeapObject.@Nullable Channel subject(State state, Goroutine goroutine) {
    Frame model = Stacks.modelFrame(goroutine, hierarchy);
    Register self = model == null ? null : model.function.self();
    HeapObject.Instance object =
        model == null || self == null
            ? null
            : state.object(model.get(self), HeapObject.Instance.class);
    int slot = object == null ? -1 : object.layout().slot(CORE);
    return object == null || slot < 0
        ? null
        : state.object(object.values().get(slot), HeapObject.Channel.class);
  }

  /** Whether {@code exception} was caught before: the throw is the end of a {@code finally}. */
  private static boolean isCaught(Frame frame, Register exception) {
    return frame.function.blocks().stream()
        .flatMap(block -> block.handlers().stream())
        .anyMatch(handler -> handler.exception().equals(exception));
  }

  Value newException(State state, Goroutine goroutine, String type) {
    Layout layout = layouts.of(type);
    return state.allocate(
        new HeapObject.Instance(
            new Origin(Stacks.userSite(goroutine, hierarchy), null),
            layout,
            layout.initialValues()));
  }

  /** Throws an exception that exists; says how it was caught. */
  Caught unwind(State state, Goroutine goroutine, Value exception) {
    goroutine.pending = null;
    goroutine.cleared = false;
    String type = typeOf(state, exception);
    Site thrownAt = Stacks.userSite(goroutine, hierarchy);
    boolean leavesUser = false;
    while (!goroutine.stack.isEmpty()) {
      Frame frame = goroutine.top();
      for (Handler handler : frame.code().handlers()) {
        if (matches(type, handler)) {
          frame.set(handler.exception(), exception);
          boolean user = !hierarchy.isModel(frame.function.owner());
          frame.jump(handler.target());
          if (leavesUser && frame.function.owner().startsWith("java.")) {
            state.events.add(Event.giveUp(goroutine.id, thrownAt, simple(type)));
          }
          if (handler.catchesAll() || !user) {
            return Caught.NO;
          }
          return handler.types().contains(TypeRef.of(type)) ? Caught.BY_NAME : Caught.BROADLY;
        }
      }
      leavesUser |= !hierarchy.isModel(frame.function.owner());
      goroutine.stack.removeLast();
    }
    goroutine.ended = true;
    state.failed |= goroutine.id == 1;
    state.events.add(Event.end(goroutine.id, thrownAt, simple(type)));
    return Caught.NO;
  }

  private String typeOf(State state, Value exception) {
    HeapObject.Instance instance = state.object(exception, HeapObject.Instance.class);
    if (instance != null) {
      return instance.layout().type();
    }
    return exception instanceof Value.Unknown unknown && !unknown.type().isUnknown()
        ? unknown.type().name()
        : "java.lang.RuntimeException";
  }

  private boolean matches(String type, Handler handler) {
    return handler.catchesAll()
        || handler.types().stream().anyMatch(caught -> catches(type, caught.name()));
  }

  private boolean catches(String type, String caught) {
    if (hierarchy.inherits(type, caught)) {
      return true;
    }
    // An exception class of an unknown library: caught by whatever catches everything sensible.
    boolean mystery = !hierarchy.isFullyKnown(type) && !hierarchy.reachesPlatform(type);
    return mystery
        && (caught.equals("java.lang.Exception") || caught.equals("java.lang.Throwable"));
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
