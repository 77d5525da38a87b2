package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import dev.chanvet.analyzer.finding.GoroutineEnd;
import dev.chanvet.analyzer.finding.Witness;
import dev.chanvet.analyzer.finding.WitnessStep;
import java.io.IOException;
import java.util.List;

/**
 * A schedule as a picture: a lane for each goroutine, time going down, a numbered dot for each step
 * that leads to its text, and at the end of a lane what became of the goroutine.
 */
record SequenceDiagram(String id, Witness witness) {
  private static final int LANE = 120;
  private static final int ROW = 30;
  private static final int TOP = 40;
  private static final int TEXT = 560;

  void write(Appendable out) throws IOException {
    List<Integer> lanes = List.copyOf(witness.goroutines().keySet());
    int rows = witness.steps().size() + 1;
    int bottom = TOP + rows * ROW;
    out.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"schedule of %d goroutines\">\n"
            .formatted(lanes.size() * LANE + TEXT, bottom + ROW, lanes.size()));
    for (var lane : witness.goroutines().entrySet()) {
      int x = x(lanes.indexOf(lane.getKey()));
      out.append(
          "<text class=\"name\" x=\"%d\" y=\"18\">%s</text>".formatted(x, escape(lane.getValue())));
      out.append(
          "<line class=\"lane\" x1=\"%d\" y1=\"26\" x2=\"%d\" y2=\"%d\"/>\n"
              .formatted(x, x, bottom));
    }
    out.append("<polyline class=\"flow\" points=\"");
    for (int i = 0; i < witness.steps().size(); i++) {
      out.append(x(lane(lanes, i)) + "," + y(i) + " ");
    }
    out.append("\"/>\n");
    for (int i = 0; i < witness.steps().size(); i++) {
      step(i, x(lane(lanes, i)), lanes.size() * LANE + 10, out);
    }
    for (GoroutineEnd end : witness.ends()) {
      out.append(
          "<text class=\"end\" x=\"%d\" y=\"%d\">%s</text>\n"
              .formatted(x(lanes.indexOf(end.goroutine())), bottom + 18, end.state().label()));
    }
    out.append("</svg>\n");
  }

  private void step(int index, int x, int textX, Appendable out) throws IOException {
    WitnessStep step = witness.steps().get(index);
    out.append(
        """
        <a href="#%s-step%d"><circle class="step" cx="%d" cy="%d" r="10"/>\
        <text class="number" x="%d" y="%d">%d</text></a><text x="%d" y="%d">%s</text>
        """
            .formatted(
                id,
                index + 1,
                x,
                y(index),
                x,
                y(index) + 4,
                index + 1,
                textX,
                y(index) + 4,
                escape(step.message())));
  }

  private int lane(List<Integer> lanes, int step) {
    return lanes.indexOf(witness.steps().get(step).goroutine());
  }

  private static int x(int lane) {
    return lane * LANE + LANE / 2;
  }

  private static int y(int step) {
    return TOP + step * ROW + 5;
  }
}
