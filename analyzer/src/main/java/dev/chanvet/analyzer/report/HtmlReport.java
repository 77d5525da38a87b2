package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

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
    out.append(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>chanvet: %s</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>chanvet</h1>
        <p><strong>%s</strong> <span class="faint">chanvet %s</span></p>
        """
            .formatted(
                escape(TextReport.summary(result)),
                style(),
                escape(TextReport.summary(result)),
                escape(context.version())));
    SortedMap<RuleInfo, List<Finding>> byRule = byRule(result);
    contents(byRule, out);
    int number = 1;
    for (var entry : byRule.entrySet()) {
      RuleInfo rule = entry.getKey();
      out.append("<h2 id=\"%s\">%s</h2>\n".formatted(rule.id(), escape(rule.name())));
      out.append("<p>%s. ".formatted(escape(rule.summary())));
      out.append("More: <code>%s</code></p>\n".formatted(escape(rule.help())));
      for (Finding finding : entry.getValue()) {
        new HtmlFinding("f" + number++, finding).write(out);
      }
    }
    notifications(result.notifications(), out);
    out.append("</body>\n</html>\n");
  }

  private static SortedMap<RuleInfo, List<Finding>> byRule(AnalysisResult result) {
    return result.findings().stream()
        .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
  }

  private static void contents(SortedMap<RuleInfo, List<Finding>> byRule, Appendable out)
      throws IOException {
    if (byRule.isEmpty()) {
      return;
    }
    out.append("<nav><table>\n<tr><th>rule</th><th>findings</th></tr>\n");
    for (var entry : byRule.entrySet()) {
      String id = entry.getKey().id();
      out.append(
          "<tr><td><a href=\"#%s\">%s</a></td><td>%d</td></tr>\n"
              .formatted(id, id, entry.getValue().size()));
    }
    out.append("</table></nav>\n");
  }

  private static void notifications(List<Notification> notifications, Appendable out)
      throws IOException {
    if (notifications.isEmpty()) {
      return;
    }
    out.append("<h2>About the analysis</h2>\n<ul>\n");
    for (Notification notification : notifications) {
      out.append("<li>").append(escape(notification.toString())).append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
