package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Fallible;
import dev.chanvet.analyzer.facts.Harmless;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Handler;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exceptions that calls of code which is not there may throw, where user code expects them. */
final class Failures {
  /** Exceptions that only operations of the machine throw. */
  private static final Set<String> NEVER_THROWN =
      Set.of(
          "java.lang.InterruptedException",
          "dev.chanvet.runtime.ChannelClosedException",
          "dev.chanvet.runtime.DeadlockException",
          "java.util.concurrent.TimeoutException",
          "java.util.concurrent.ExecutionException",
          "java.util.concurrent.CancellationException",
          "java.util.concurrent.RejectedExecutionException");

  private static final String UNCHECKED = "java.lang.RuntimeException";

  /** What a handler further out expects does not show that it expects this. */
  private static final Set<String> GENERAL =
      Set.of("java.lang.Throwable", "java.lang.Exception", UNCHECKED);

  private final Hierarchy hierarchy;
  private final Unwinding unwinding;
  private final Forks forks;

  Failures(Hierarchy hierarchy, Unwinding unwinding, Forks forks) {
    this.hierarchy = hierarchy;
    this.unwinding = unwinding;
    this.forks = forks;
  }

  /**
   * Adds the state in which {@code invoke} throws, where user code expects it: a handler in the
   * function that calls, or, if it names what it expects or the functions in between declare that
   * they throw, in one that called that.
   */
  void mayThrow(State state, Goroutine goroutine, Invoke invoke) {
    if (!Harmless.call(invoke)) {
      mayThrow(state, goroutine, (String) null);
      return;
    }
    String failure = Fallible.failure(invoke);
    if (failure != null) {
      mayThrow(state, goroutine, failure);
    }
  }

  /** The same, with what is thrown; null for whatever the handler expects. */
  private void mayThrow(State state, Goroutine goroutine, @Nullable String exception) {
    boolean declared = true;
    boolean direct = true;
    for (Frame frame : goroutine.stack.reversed()) {
      Function function = frame.function;
      if (hierarchy.isModel(function.owner())) {
        if (exception == null) {
          return;
        }
        continue;
      }
      for (Handler handler : frame.code().handlers()) {
        for (TypeRef type : handler.types()) {
          if (expects(type, exception, direct, declared)) {
            String thrown =
                exception != null && hierarchy.inherits(exception, type.name())
                    ? exception
                    : type.name();
            throwing(state, goroutine, thrown);
            return;
          }
        }
      }
      declared &=
          function.modifiers().contains(Function.THROWS)
              || (!direct && function.kind() == Function.Kind.LAMBDA);
      direct = false;
    }
  }

  private boolean expects(
      TypeRef type, @Nullable String exception, boolean direct, boolean declared) {
    boolean general = GENERAL.contains(type.name());
    if (general && !direct && (!declared || type.name().equals(UNCHECKED))) {
      return false;
    }
    if (exception == null) {
      return !NEVER_THROWN.contains(type.name());
    }
    return hierarchy.inherits(exception, type.name()) || hierarchy.inherits(type.name(), exception);
  }

  private void throwing(State state, Goroutine goroutine, String exception) {
    forks.add(state, copy -> raise(copy, copy.goroutine(goroutine.id), exception));
  }

  /** Lets the present call throw. */
  void raise(State state, Goroutine goroutine, String exception) {
    Site site = Stacks.userSite(goroutine, hierarchy);
    state.events.add(Event.failure(goroutine.id, site, TypeRef.of(exception).simpleName()));
    unwinding.raise(state, goroutine, exception, null);
  }
}
