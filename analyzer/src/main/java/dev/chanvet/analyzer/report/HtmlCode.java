package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Related;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The code of a finding: the lines that matter and a few around them, the finding's own text
 * marked, notes behind the lines that explain it, and in the margin the steps that happen there.
 *
 * @param id of the finding on the page
 * @param lines of each file, the finding's own first
 */
record HtmlCode(
    String id,
    Finding finding,
    ReportContext context,
    List<Row> rows,
    Map<SourceFile, SortedSet<Integer>> lines) {
  /** How many lines to show around one that matters. */
  private static final int AROUND = 2;

  static HtmlCode of(String id, Finding finding, ReportContext context) {
    List<Row> rows = finding.witness() == null ? List.of() : Row.of(finding.witness());
    List<Site> sites = new ArrayList<>(List.of(finding.site()));
    finding.related().stream().map(Related::site).forEach(sites::add);
    for (Row row : rows) {
      if (row.site() != null) {
        sites.add(row.site());
      }
    }
    Map<SourceFile, SortedSet<Integer>> lines = new LinkedHashMap<>();
    for (Site site : sites) {
      SortedSet<Integer> ofFile = lines.computeIfAbsent(site.file(), file -> new TreeSet<>());
      int last = Math.min(site.file().lineCount(), site.line() + AROUND);
      for (int line = Math.max(1, site.line() - AROUND); line <= last; line++) {
        ofFile.add(line);
      }
    }
    return new HtmlCode(id, finding, context, rows, lines);
  }

  boolean hasManyFiles() {
    return lines.size() > 1;
  }

  /** The id of a line of code. */
  String anchor(Site site) {
    return anchor(site.file(), site.line());
  }

  private String anchor(SourceFile file, int line) {
    int number = List.copyOf(lines.keySet()).indexOf(file);
    return "%s-file-%d-line-%d".formatted(id, number + 1, line);
  }

  /** The id of a row of the diagram. */
  String id(Row row) {
    return id + "-step-" + row.number();
  }

  /** What a row and its badges have in common, so that one lights up with the other. */
  String rowClass(Row row) {
    return "s" + row.number();
  }

  /** The last part of a file's path. */
  String shortName(SourceFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }

  void write(Appendable out) throws IOException {
    for (var entry : lines.entrySet()) {
      SourceFile file = entry.getKey();
      String name = escape(context.name(file));
      out.append("<figure class=\"code\"><figcaption>%s</figcaption>\n".formatted(name));
      out.append(
          "<pre tabindex=\"0\" aria-label=\"Code of %s\" style=\"--steps:%d\">"
              .formatted(name, most(file)));
      JavaColors colors = JavaColors.of(file);
      int before = entry.getValue().first() - 1;
      for (int line : entry.getValue()) {
        if (line > before + 1) {
          out.append("<span class=\"gap\">\u22EF</span>");
        }
        before = line;
        write(file, line, colors, out);
      }
      out.append("</pre></figure>\n");
    }
  }

  /** How many steps share a line: the margin has room for them. */
  private int most(SourceFile file) {
    return lines.getOrDefault(file, new TreeSet<>()).stream()
        .mapToInt(line -> (int) rows.stream().filter(row -> row.isAt(file, line)).count())
        .max()
        .orElse(0);
  }

  private void write(SourceFile file, int line, JavaColors colors, Appendable out)
      throws IOException {
    List<Row> here = rows.stream().filter(row -> row.isAt(file, line)).toList();
    boolean marked = file.equals(finding.site().file()) && line == finding.site().line();
    StringBuilder classes = new StringBuilder("row");
    classes.append(marked ? " marked " + finding.severity().label() : "");
    here.forEach(row -> classes.append(' ').append(rowClass(row)));
    out.append("<span class=\"%s\" id=\"%s\">".formatted(classes, anchor(file, line)));
    out.append("<span class=\"steps\">");
    for (Row row : here) {
      out.append(
          "<a class=\"badge %s %s\" href=\"#%s\" title=\"%s: %s\">%s</a>"
              .formatted(
                  Row.color(row.lane()),
                  row.end() == null ? "step" : row.end().label(),
                  id(row),
                  escape(row.name()),
                  escape(row.message()),
                  row.label()));
    }
    out.append("</span><span class=\"line\">%d</span>".formatted(line));
    if (marked) {
      Site site = finding.site();
      int length = file.line(line).length();
      int end = site.endLine() > line ? length : Math.min(length, site.endColumn());
      colors.write(line, Math.min(site.column() - 1, end), end, out);
    } else {
      colors.write(line, 0, 0, out);
    }
    for (Related related : finding.related()) {
      if (related.site().file().equals(file) && related.site().line() == line) {
        out.append("<span class=\"aside\">%s</span>".formatted(escape(related.message())));
      }
    }
    out.append("</span>");
  }
}
