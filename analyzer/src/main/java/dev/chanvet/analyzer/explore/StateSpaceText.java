package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.StateSpace.Fate;
import dev.chanvet.analyzer.explore.StateSpace.Move;
import dev.chanvet.analyzer.explore.StateSpace.Snapshot;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Printer;

/** A state space as text: the model, then each state with the steps that lead from it. */
public final class StateSpaceText {
  private StateSpaceText() {}

  /** Prints {@code space}. */
  public static String print(StateSpace space) {
    StringBuilder out = new StringBuilder();
    out.append("model of ").append(space.root()).append(", without what cannot matter\n\n");
    for (Function function : space.model()) {
      out.append(Printer.print(function)).append('\n');
    }
    out.append(heading(space)).append('\n');
    for (Snapshot state : space.states()) {
      out.append('\n').append(state.number()).append(state.start() ? "  start" : "");
      out.append(fate(state.fate())).append('\n');
      state.goroutines().forEach(line -> out.append("    ").append(line).append('\n'));
      if (!state.goroutines().isEmpty() && !state.objects().isEmpty()) {
        out.append('\n');
      }
      state.objects().forEach(line -> out.append("    ").append(line).append('\n'));
      for (Move step : space.from(state.number())) {
        out.append("  -> ").append(step.to()).append("  ").append(step.what()).append('\n');
      }
    }
    return out.toString();
  }

  /** How much was visited: {@code state space: 12 states, 15 steps, all visited}. */
  static String heading(StateSpace space) {
    String size =
        "state space: " + space.states().size() + " states, " + space.steps().size() + " steps";
    if (space.cut() > 0) {
      return size
          + "; CUT at the bound: what follows "
          + space.cut()
          + " of them was not looked at (--states raises the bound)";
    }
    return size + (space.complete() ? ", all visited" : "; some paths were given up");
  }

  private static String fate(Fate fate) {
    return switch (fate) {
      case GOES_ON -> "";
      case END -> "  everybody has ended";
      case STUCK -> "  STUCK: nobody can move any more";
      case CRASH -> "  the program ends here";
      case CUT -> "  CUT: not followed";
    };
  }
}
