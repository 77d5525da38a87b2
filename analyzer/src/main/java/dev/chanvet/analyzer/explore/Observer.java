package dev.chanvet.analyzer.explore;

import java.util.function.Supplier;

/** Looks at every new state for what {@link Observations} tells. */
final class Observer {
  private final Leftovers leftovers;

  Observer(Root root, LiveRegisters live, Futures futures) {
    this.leftovers = new Leftovers(root, live, futures);
  }

  /** Looks at a state in canonical form that was not seen before. */
  void note(State state, Supplier<Trace> trace) {
    leftovers.note(state, trace);
  }

  Observations observations() {
    return new Observations(leftovers.found());
  }
}
