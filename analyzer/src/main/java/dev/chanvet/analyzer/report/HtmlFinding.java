package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Related;
import dev.chanvet.analyzer.finding.Witness;
import dev.chanvet.analyzer.finding.WitnessStep;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A finding on a page. Steps, their dots in the diagram and their lines of code are linked with
 * each other.
 *
 * @param id begins the ids of all elements
 */
record HtmlFinding(String id, Finding finding) {
  /** How many lines to show around one that matters. */
  private static final int AROUND = 2;

  void write(Appendable out) throws IOException {
    String level = finding.severity().label();
    out.append("<article id=\"%s\">\n".formatted(id));
    out.append(
        "<h3><span class=\"%s\">%s</span> %s</h3>\n"
            .formatted(level, level, escape(finding.message().what())));
    out.append("<p class=\"faint\">%s</p>\n".formatted(escape(finding.site().toString())));
    out.append("<p><b>Why:</b> %s<br/>".formatted(escape(finding.message().why())));
    out.append("<b>Fix:</b> %s</p>\n".formatted(escape(finding.message().whatToDo())));
    Witness witness = finding.witness();
    if (witness != null) {
      new SequenceDiagram(id, witness).write(out);
      steps(witness, out);
    }
    for (var entry : lines().entrySet()) {
      code(entry.getKey(), entry.getValue(), out);
    }
    for (String assumption : finding.assumptions()) {
      out.append("<p class=\"faint\">Assuming: %s</p>\n".formatted(escape(assumption)));
    }
    out.append("</article>\n");
  }

  private void steps(Witness witness, Appendable out) throws IOException {
    out.append("<ol>\n");
    int number = 1;
    for (WitnessStep step : witness.steps()) {
      out.append(
          "<li id=\"%s-step%d\"><b>%s</b> %s <a class=\"faint\" href=\"#%s\">%s</a></li>\n"
              .formatted(
                  id,
                  number++,
                  escape(step.goroutineName()),
                  escape(step.message()),
                  anchor(step.site().file(), step.site().line()),
                  escape(step.site().toString())));
    }
    out.append("</ol>\n");
  }

  private List<WitnessStep> witnessSteps() {
    return finding.witness() == null ? List.of() : finding.witness().steps();
  }

  /** The lines to show of each file. */
  private SortedMap<SourceFile, SortedSet<Integer>> lines() {
    List<Site> sites = new ArrayList<>(List.of(finding.site()));
    finding.related().stream().map(Related::site).forEach(sites::add);
    witnessSteps().stream().map(WitnessStep::site).forEach(sites::add);
    SortedMap<SourceFile, SortedSet<Integer>> lines = new TreeMap<>();
    for (Site site : sites) {
      SortedSet<Integer> ofFile = lines.computeIfAbsent(site.file(), file -> new TreeSet<>());
      int last = Math.min(site.file().lineCount(), site.line() + AROUND);
      for (int line = Math.max(1, site.line() - AROUND); line <= last; line++) {
        ofFile.add(line);
      }
    }
    return lines;
  }

  private void code(SourceFile file, SortedSet<Integer> lines, Appendable out) throws IOException {
    out.append("<p class=\"faint\">%s</p>\n<pre>".formatted(escape(file.path())));
    int before = lines.first() - 1;
    for (int line : lines) {
      if (line > before + 1) {
        out.append("<span class=\"row faint\">...</span>");
      }
      before = line;
      boolean marked = file.equals(finding.site().file()) && line == finding.site().line();
      out.append(
          "<span class=\"row%s\" id=\"%s\"><span class=\"number\">%d</span>%s%s</span>"
              .formatted(
                  marked ? " marked" : "",
                  anchor(file, line),
                  line,
                  escape(file.line(line)).replace("&#9;", "\t"),
                  badges(file, line)));
    }
    out.append("</pre>\n");
  }

  /** Links from a line to the steps that happen there. */
  private String badges(SourceFile file, int line) {
    StringBuilder badges = new StringBuilder();
    int number = 0;
    for (WitnessStep step : witnessSteps()) {
      number++;
      if (step.site().file().equals(file) && step.site().line() == line) {
        badges.append(
            "<a class=\"badge\" href=\"#%s-step%d\">%d</a>".formatted(id, number, number));
      }
    }
    return badges.toString();
  }

  private String anchor(SourceFile file, int line) {
    return "%s-%s-%d".formatted(id, file.path().replaceAll("[^A-Za-z0-9]", "_"), line);
  }
}
