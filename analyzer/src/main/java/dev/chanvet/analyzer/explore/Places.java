package dev.chanvet.analyzer.explore;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where goroutines stand: the same for all that stand there, whatever they are called. */
final class Places {
  private Places() {}

  /** The place of one goroutine: where each function on its stack is. */
  static String of(Goroutine goroutine) {
    StringBuilder place = new StringBuilder();
    for (Frame frame : goroutine.stack) {
      place.append(frame.function.id()).append(frame.block).append(':').append(frame.position);
    }
    return place.toString();
  }

  /** The places of those whom some transitions take on. */
  static Set<String> moving(State state, List<Transition> enabled) {
    Set<String> moving = new HashSet<>();
    for (Transition transition : enabled) {
      moving.add(of(state.goroutine(transition.goroutine())));
      if (transition.partner() >= 0) {
        moving.add(of(state.goroutine(transition.partner())));
      }
    }
    return moving;
  }

  /** Whether one of the transitions takes somebody on who stands at one of {@code places}. */
  static boolean areLeft(State state, List<Transition> enabled, Set<String> places) {
    return !Collections.disjoint(moving(state, enabled), places);
  }
}
