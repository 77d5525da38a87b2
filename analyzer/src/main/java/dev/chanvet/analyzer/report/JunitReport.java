package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import java.io.IOException;

/** JUnit's XML: a failed test for each finding, or one passed test if there are none. */
final class JunitReport implements Report {
  @Override
  public void write(AnalysisResult result, ReportContext context, Appendable out)
      throws IOException {
    int failures = result.findings().size();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append(
        "<testsuite name=\"chanvet\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">\n"
            .formatted(Math.max(failures, 1), failures));
    if (failures == 0) {
      out.append("  <testcase classname=\"chanvet\" name=\"no findings\"/>\n");
    }
    TextReport text = new TextReport();
    for (Finding finding : result.findings()) {
      String place = context.name(finding.site().file()) + ":" + finding.site().line();
      out.append(
          "  <testcase classname=\"chanvet.%s\" name=\"%s\">\n"
              .formatted(escape(finding.rule().id()), escape(place)));
      StringBuilder details = new StringBuilder();
      text.write(finding, new Ink(false), details);
      out.append(
          "    <failure message=\"%s\" type=\"%s\">%s</failure>\n"
              .formatted(
                  escape(finding.message().what()),
                  escape(finding.severity().label()),
                  escape(details.toString()).replace("&#10;", "\n")));
      out.append("  </testcase>\n");
    }
    out.append("</testsuite>\n");
  }
}
