package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.StateSpace.Fate;
import dev.chanvet.analyzer.explore.StateSpace.Move;
import dev.chanvet.analyzer.explore.StateSpace.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** A state space in Graphviz's language: a box for each state, an arrow for each step. */
public final class StateSpaceDot {
  private StateSpaceDot() {}

  /** Prints {@code space}. */
  public static String print(StateSpace space) {
    StringBuilder out = new StringBuilder("digraph states {\n");
    out.append("  graph [label=").append(quoted(List.of(title(space))));
    out.append(", labelloc=t, fontname=\"sans-serif\"];\n");
    out.append("  node [shape=box, style=filled, fillcolor=white, fontname=\"monospace\"];\n");
    out.append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
    for (Snapshot state : space.states()) {
      List<String> lines = new ArrayList<>(List.of(Integer.toString(state.number())));
      lines.addAll(state.goroutines());
      lines.addAll(state.objects());
      out.append("  s").append(state.number()).append(" [label=").append(quoted(lines));
      out.append(look(state.fate())).append("];\n");
    }
    for (Move step : space.steps()) {
      out.append("  s").append(step.from()).append(" -> s").append(step.to());
      out.append(" [label=").append(quoted(List.of(step.what().split("; ")))).append("];\n");
    }
    return out.append("}\n").toString();
  }

  private static String title(StateSpace space) {
    return space.root() + "; " + StateSpaceText.heading(space);
  }

  private static String look(Fate fate) {
    return switch (fate) {
      case GOES_ON -> "";
      case END -> ", fillcolor=\"#d9ead3\"";
      case STUCK, CRASH -> ", fillcolor=\"#f4cccc\"";
      case CUT -> ", fillcolor=\"#eeeeee\", style=\"filled,dashed\"";
    };
  }

  /** A quoted label, each line of it at the left. */
  private static String quoted(List<String> lines) {
    StringBuilder out = new StringBuilder("\"");
    for (String line : lines) {
      out.append(line.replace("\\", "\\\\").replace("\"", "\\\"")).append("\\l");
    }
    return out.append('"').toString();
  }
}
