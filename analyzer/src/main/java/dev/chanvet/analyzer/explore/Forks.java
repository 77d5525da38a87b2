package dev.chanvet.analyzer.explore;

import java.util.Deque;
import java.util.function.Consumer;

/** The states that replace one in which an unknown value had to be decided. */
final class Forks {
  private final Deque<State> work;

  Forks(Deque<State> work) {
    this.work = work;
  }

  /** Adds a copy of {@code state} that differs by {@code change}. */
  void add(State state, Consumer<State> change) {
    State copy = state.copy();
    change.accept(copy);
    work.push(copy);
  }

  /** Adds a copy of {@code state} in which {@code unknown} is {@code value}. */
  void bind(State state, Value.Unknown unknown, Value value) {
    add(state, copy -> copy.substitute(unknown, value));
  }
}
