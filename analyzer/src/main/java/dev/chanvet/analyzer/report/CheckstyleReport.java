package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checkstyle's XML: findings by file. */
final class CheckstyleReport implements Report {
  @Override
  public void write(AnalysisResult result, ReportContext context, Appendable out)
      throws IOException {
    SortedMap<SourceFile, List<Finding>> byFile =
        result.findings().stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.site().file(), TreeMap::new, Collectors.toList()));
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">\n");
    for (var entry : byFile.entrySet()) {
      String name = entry.getKey().location().map(Object::toString).orElse(entry.getKey().path());
      out.append("  <file name=\"").append(escape(name)).append("\">\n");
      for (Finding finding : entry.getValue()) {
        out.append(
            "    <error line=\"%d\" column=\"%d\" severity=\"%s\" message=\"%s\" source=\"%s\"/>\n"
                .formatted(
                    finding.site().line(),
                    finding.site().column(),
                    severity(finding.severity()),
                    escape(finding.message().oneLine()),
                    escape("chanvet." + finding.rule().id())));
      }
      out.append("  </file>\n");
    }
    out.append("</checkstyle>\n");
  }

  private static String severity(Severity severity) {
    return severity == Severity.NOTE ? "info" : severity.label();
  }
}
