package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;

/** The top of the page: how many there are of each severity, and links to all of them. */
record HtmlOverview(
    AnalysisResult result, SortedMap<RuleInfo, List<Finding>> byRule, ReportContext context) {

  void write(Appendable out) throws IOException {
    out.append(
        """
        <a class="skip" href="#findings">To the findings</a>
        <header class="top">
        <p class="brand"><svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">\
        <path d="M5,1V21M17,1V21"/><path class="mark" d="M5,8H16M12,4L16,8L12,12"/></svg>
        chanvet <span class="faint">%s</span></p>
        <h1>%s</h1>
        """
            .formatted(escape(context.version()), escape(TextReport.summary(result))));
    if (!byRule.isEmpty()) {
      filters(out);
    }
    out.append("</header>\n");
    if (!byRule.isEmpty()) {
      contents(out);
    }
  }

  /** A tile for each severity: how many, and a box to show or hide them. */
  private void filters(Appendable out) throws IOException {
    out.append("<fieldset class=\"tiles\"><legend>Show</legend>\n");
    for (Severity severity : Severity.values()) {
      long count = result.findings().stream().filter(f -> f.severity() == severity).count();
      String label = severity.label();
      out.append(
          """
          <label class="tile %s"><input type="checkbox" id="show-%s" checked="checked"%s/> \
          <b>%d</b> %s</label>
          """
              .formatted(
                  label,
                  label,
                  count == 0 ? " disabled=\"disabled\"" : "",
                  count,
                  count == 1 ? label : label + "s"));
    }
    out.append("</fieldset>\n");
  }

  private void contents(Appendable out) throws IOException {
    out.append("<nav class=\"contents\" aria-label=\"Findings by rule\">\n");
    int number = 1;
    for (var entry : byRule.entrySet()) {
      RuleInfo rule = entry.getKey();
      out.append(
          "<h2><a href=\"#%s\">%s</a> <span class=\"count\">%d</span></h2>\n<ol>\n"
              .formatted(rule.id(), rule.id(), entry.getValue().size()));
      for (Finding finding : entry.getValue()) {
        out.append(
            """
            <li class="%s"><a href="#%s"><span class="what">%s</span> <code>%s:%d</code></a></li>
            """
                .formatted(
                    finding.severity().label(),
                    HtmlFinding.id(number++),
                    escape(finding.message().what()),
                    escape(context.name(finding.site().file())),
                    finding.site().line()));
      }
      out.append("</ol>\n");
    }
    out.append("</nav>\n");
  }
}
