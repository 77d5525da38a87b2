package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import dev.chanvet.analyzer.finding.AllowedFinding;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.source.Notification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One page that needs nothing else: a summary, then the findings by rule, each with its code and
 * its schedule as a diagram. Without scripts: links, the keyboard and the printer do the rest.
 */
final class HtmlReport implements Report {
  @Override
  public void write(AnalysisResult result, ReportContext context, Appendable out)
      throws IOException {
    SortedMap<RuleInfo, List<Finding>> byRule =
        result.findings().stream()
            .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
    out.append(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>chanvet: %s</title>
        <style>
        %s%s</style>
        </head>
        <body>
        """
            .formatted(
                escape(TextReport.summary(result)), style("report.css"), pairs(result.findings())));
    new HtmlOverview(result, byRule, context).write(out);
    out.append("<main id=\"findings\">\n");
    int number = 1;
    for (var entry : byRule.entrySet()) {
      rule(entry.getKey(), out);
      for (Finding finding : entry.getValue()) {
        new HtmlFinding(number++, result.findings().size(), finding, context).write(out);
      }
      out.append("</section>\n");
    }
    notifications(result.notifications(), out);
    known(result.known(), context, out);
    allowed(result.allowed(), context, out);
    out.append("</main>\n</body>\n</html>\n");
  }

  private static void rule(RuleInfo rule, Appendable out) throws IOException {
    out.append(
        """
        <section class="rule" id="%s">
        <h2>%s <code>%s</code></h2>
        <details><summary>%s</summary>
        <div class="doc">%s<p>The same in a terminal: <code>%s</code></p></div>
        </details>
        """
            .formatted(
                rule.id(),
                escape(rule.name()),
                rule.id(),
                escape(rule.summary()),
                Markdown.html(rule.doc()),
                escape(rule.help())));
  }

  private static void notifications(List<Notification> notifications, Appendable out)
      throws IOException {
    if (!notifications.isEmpty()) {
      out.append("<section class=\"more\" id=\"analysis\"><h2>About the analysis</h2>\n<ul>\n");
      for (Notification notification : notifications) {
        out.append("<li>").append(escape(notification.toString())).append("</li>\n");
      }
      out.append("</ul></section>\n");
    }
  }

  private static void known(List<Finding> known, ReportContext context, Appendable out)
      throws IOException {
    if (!known.isEmpty()) {
      out.append("<section class=\"more\" id=\"known\"><h2>In the baseline</h2>\n<ul>\n");
      for (Finding finding : known) {
        out.append("<li>").append(line(finding, context)).append("</li>\n");
      }
      out.append("</ul></section>\n");
    }
  }

  private static void allowed(List<AllowedFinding> allowed, ReportContext context, Appendable out)
      throws IOException {
    if (!allowed.isEmpty()) {
      out.append("<section class=\"more\" id=\"allowed\"><h2>Allowed in the code</h2>\n<ul>\n");
      for (AllowedFinding entry : allowed) {
        String reason = entry.suppression().reason();
        out.append("<li>").append(line(entry.finding(), context));
        out.append(reason == null ? "" : "<br/><q>" + escape(reason) + "</q>").append("</li>\n");
      }
      out.append("</ul></section>\n");
    }
  }

  private static String line(Finding finding, ReportContext context) {
    return "<code>%s</code> %s <code>%s</code>"
        .formatted(
            escape(context.name(finding.site())),
            escape(finding.message().what()),
            finding.rule().id());
  }

  /** A row of a diagram and its line of code light up together: a rule for each number. */
  private static String pairs(List<Finding> findings) {
    int most =
        findings.stream()
            .map(Finding::witness)
            .mapToInt(witness -> witness == null ? 0 : Row.of(witness).size())
            .max()
            .orElse(0);
    StringBuilder pairs = new StringBuilder();
    for (int i = 1; i <= most; i++) {
      String step = ".s" + i;
      pairs.append(
          ".card:has(%s:is(:hover,:focus-within,:target)) %s{--on:var(--glow)}\n"
              .formatted(step, step));
    }
    return pairs.toString();
  }

  private static String style(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
