package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.source.Site;
import java.util.List;

/**
 * The functions that a select's arm gives what it received to: null, where the channel is closed.
 */
final class ArmHandlers {
  private static final String ARM = "dev.chanvet.runtime.Arm";

  /** The method of an arm that gives the program what was received. */
  private static final String HANDING_OVER = "handle";

  private ArmHandlers() {}

  /**
   * Looks at the call of a function value that has just been made.
   *
   * @param caller the frame that called
   * @param site the innermost user code below it
   * @param call the function value and its arguments
   */
  static void note(State state, Goroutine goroutine, Frame caller, Site site, List<Value> call) {
    boolean hands =
        caller.function.owner().equals(ARM) && caller.function.name().equals(HANDING_OVER);
    if (hands
        && call.getLast() instanceof Value.Null
        && !goroutine.ended
        && goroutine.top() != caller
        && takesArguments(state, call.getFirst(), goroutine.top().function)) {
      state.observations.add(
          new Observation.NullReceived(goroutine.id, site, goroutine.top().function.id()));
    }
  }

  private static boolean takesArguments(State state, Value callee, Function function) {
    HeapObject.Closure closure = state.object(callee, HeapObject.Closure.class);
    return function.parameters().size() > (closure == null ? 0 : closure.values().size());
  }
}
