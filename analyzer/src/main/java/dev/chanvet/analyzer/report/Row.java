package dev.chanvet.analyzer.report;

import dev.chanvet.analyzer.finding.GoroutineEnd;
import dev.chanvet.analyzer.finding.Witness;
import dev.chanvet.analyzer.finding.WitnessStep;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a schedule on a page: what stands in one row of the diagram, and as a badge beside the
 * code.
 *
 * @param number from 1, in the order of the page
 * @param label what stands in its badge: its number, or a sign for how its goroutine is left
 * @param goroutine which one
 * @param lane of its goroutine, from 0
 * @param name of its goroutine
 * @param site null if the goroutine is left nowhere in particular
 * @param arrow null if it concerns one goroutine only
 * @param end null if it is a step
 */
record Row(
    int number,
    String label,
    int goroutine,
    int lane,
    String name,
    String message,
    @Nullable Site site,
    WitnessStep.@Nullable Arrow arrow,
    GoroutineEnd.@Nullable State end) {

  /** The steps, then how the goroutines are left. */
  static List<Row> of(Witness witness) {
    List<Integer> lanes = List.copyOf(witness.goroutines().keySet());
    List<Row> rows = new ArrayList<>();
    for (WitnessStep step : witness.steps()) {
      int number = rows.size() + 1;
      rows.add(
          new Row(
              number,
              Integer.toString(number),
              step.goroutine(),
              lanes.indexOf(step.goroutine()),
              step.goroutineName(),
              step.message(),
              step.site(),
              step.arrow(),
              null));
    }
    for (GoroutineEnd end : witness.ends()) {
      rows.add(
          new Row(
              rows.size() + 1,
              sign(end.state()),
              end.goroutine(),
              lanes.indexOf(end.goroutine()),
              end.goroutineName(),
              end.message(),
              end.site(),
              null,
              end.state()));
    }
    return rows;
  }

  private static String sign(GoroutineEnd.State state) {
    return switch (state) {
      case ENDED -> "\u2713";
      case BLOCKED -> "\u221E";
      case PANICKED -> "\u2715";
      case RUNNING -> "\u22EE";
    };
  }

  /** Whether it happens on that line. */
  boolean isAt(SourceFile file, int line) {
    return site != null && site.file().equals(file) && site.line() == line;
  }

  /** Whether it is where that goroutine begins. */
  boolean starts(int other) {
    return startsGoroutine() && arrow != null && arrow.to() == other;
  }

  /** Whether its arrow leads to a goroutine that begins here; else it brings a value. */
  boolean startsGoroutine() {
    return arrow != null && arrow.from() == goroutine;
  }

  /** The colour of a lane: there are six of them. */
  static String color(int lane) {
    return "g" + lane % 6;
  }
}
