package dev.chanvet.analyzer.report;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.finding.WitnessStep;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.Site;
import java.io.IOException;

/**
 * Workflow commands, which GitHub Actions turns into annotations of the changed lines: {@code
 * ::error file=src/Feed.java,line=12,...::message}.
 */
final class GithubReport implements Report {
  @Override
  public void write(AnalysisResult result, ReportContext context, Appendable out)
      throws IOException {
    for (Finding finding : result.findings()) {
      Site site = finding.site();
      out.append("::").append(command(finding.severity()));
      out.append(" file=").append(property(context.name(site.file())));
      out.append(",line=" + site.line() + ",endLine=" + site.endLine());
      if (site.line() == site.endLine()) { // GitHub refuses columns of a range of lines
        out.append(",col=" + site.column() + ",endColumn=" + (site.endColumn() + 1));
      }
      out.append(",title=").append(property("chanvet: " + finding.rule().id()));
      out.append("::").append(data(text(finding))).append("\n");
    }
    for (Notification notification : result.notifications()) {
      if (notification.incomplete()) {
        out.append("::warning title=chanvet::").append(data(notification.toString())).append("\n");
      }
    }
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String text(Finding finding) {
    StringBuilder text = new StringBuilder(finding.message().oneLine());
    if (finding.witness() != null) {
      int number = 1;
      for (WitnessStep step : finding.witness().story(finding.site())) {
        text.append(
                "\n%d. %s, line %d: ".formatted(number++, step.goroutineName(), step.site().line()))
            .append(step.message());
      }
    }
    return text.toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
