package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import dev.chanvet.analyzer.finding.Witness;
import java.io.IOException;
import java.util.List;

/**
 * A schedule as a picture: a lane for each goroutine, time going down. A goroutine's lane begins
 * where it is started; arrows show starts and values that pass from hand to hand; at the end of a
 * lane a sign tells what became of the goroutine. Each row leads to its line of code.
 *
 * @param code where the lines of code are
 */
record SequenceDiagram(HtmlCode code, Witness witness) {
  private static final int LANE = 112;
  private static final int ROW = 32;
  private static final int HEAD = 22;
  private static final int TOP = HEAD + 18;

  /** About the width of a letter, rather too large: text is never measured here. */
  private static final double LETTER = 7.2;

  void write(Appendable out) throws IOException {
    List<Row> rows = Row.of(witness);
    List<Integer> goroutines = List.copyOf(witness.goroutines().keySet());
    int textX = goroutines.size() * LANE + 8;
    int letters =
        rows.stream().mapToInt(row -> row.message().length() + place(row).length()).max().orElse(0);
    int width = textX + (int) (letters * LETTER) + 24;
    int height = TOP + rows.size() * ROW + 6;
    out.append(
        """
        <svg class="schedule" width="%d" height="%d" viewBox="0 0 %d %d" role="list" \
        aria-label="Schedule of %s">
        """
            .formatted(
                width,
                height,
                width,
                height,
                escape(String.join(", ", witness.goroutines().values()))));
    for (int lane = 0; lane < goroutines.size(); lane++) {
      String name = escape(witness.goroutines().getOrDefault(goroutines.get(lane), ""));
      lane(lane, name, birth(rows, goroutines.get(lane)), end(rows, lane), out);
    }
    for (Row row : rows) {
      row(row, goroutines, textX, width, out);
    }
    out.append("</svg>\n");
  }

  /** The middle of the row that starts a goroutine; above all rows if none does. */
  private static int birth(List<Row> rows, int goroutine) {
    return rows.stream()
        .filter(row -> row.starts(goroutine))
        .findFirst()
        .map(SequenceDiagram::y)
        .orElse(HEAD / 2 + 1);
  }

  private static int end(List<Row> rows, int lane) {
    return rows.stream()
        .filter(row -> row.end() != null && row.lane() == lane)
        .findFirst()
        .map(SequenceDiagram::y)
        .orElse(TOP + rows.size() * ROW);
  }

  private static void lane(int lane, String name, int top, int bottom, Appendable out)
      throws IOException {
    int x = x(lane);
    String color = Row.color(lane);
    out.append(
        """
        <line class="lane %s" x1="%d" y1="%d" x2="%d" y2="%d"/>\
        <rect class="head %s" x="%d" y="%d" width="%d" height="%d" rx="6"/>\
        <text class="head %s" x="%d" y="%d">%s</text>
        """
            .formatted(
                color,
                x,
                top + HEAD / 2,
                x,
                bottom,
                color,
                x - LANE / 2 + 8,
                top - HEAD / 2,
                LANE - 16,
                HEAD,
                color,
                x,
                top + 5,
                name));
  }

  private void row(Row row, List<Integer> goroutines, int textX, int width, Appendable out)
      throws IOException {
    int y = y(row);
    String classes = code.rowClass(row) + (row.end() == null ? "" : " end " + row.end().label());
    String label = "%s: %s%s".formatted(row.name(), row.message(), place(row));
    out.append("<g role=\"listitem\" id=\"%s\" class=\"row %s\">".formatted(code.id(row), classes));
    if (row.site() != null) {
      out.append(
          "<a href=\"#%s\" aria-label=\"%s\">".formatted(code.anchor(row.site()), escape(label)));
    }
    out.append(
        "<rect class=\"hit\" x=\"1\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>"
            .formatted(y - ROW / 2 + 1, width - 2, ROW - 2));
    arrow(row, goroutines, y, out);
    dot(row, y, out);
    out.append(
        "<text x=\"%d\" y=\"%d\">%s<tspan class=\"place\">%s</tspan></text>"
            .formatted(textX, y + 5, escape(row.message()), escape(place(row))));
    out.append(row.site() == null ? "</g>\n" : "</a></g>\n");
  }

  private static void arrow(Row row, List<Integer> goroutines, int y, Appendable out)
      throws IOException {
    if (row.arrow() == null) {
      return;
    }
    int from = x(goroutines.indexOf(row.arrow().from()));
    int to = x(goroutines.indexOf(row.arrow().to()));
    int away = row.startsGoroutine() ? LANE / 2 - 5 : 12;
    int tip = to > from ? to - away : to + away;
    int back = to > from ? tip - 7 : tip + 7;
    out.append(
        "<path class=\"arrow %s\" d=\"M%d,%d H%d M%d,%d L%d,%d L%d,%d\"/>"
            .formatted(
                row.startsGoroutine() ? "start" : "value",
                from,
                y,
                tip,
                back,
                y - 4,
                tip,
                y,
                back,
                y + 4));
  }

  private static void dot(Row row, int y, Appendable out) throws IOException {
    int x = x(row.lane());
    out.append(
        "<circle class=\"dot %s\" cx=\"%d\" cy=\"%d\" r=\"10\"/>"
            .formatted(Row.color(row.lane()), x, y));
    out.append(
        "<text class=\"number\" x=\"%d\" y=\"%d\">%s</text>".formatted(x, y + 4, row.label()));
  }

  /** Of the line only, unless there are several files. */
  private String place(Row row) {
    if (row.site() == null) {
      return "";
    }
    String line = "line " + row.site().line();
    return "  " + (code.hasManyFiles() ? code.shortName(row.site().file()) + " " : "") + line;
  }

  private static int x(int lane) {
    return lane * LANE + LANE / 2;
  }

  private static int y(Row row) {
    return TOP + (row.number() - 1) * ROW + ROW / 2;
  }
}
