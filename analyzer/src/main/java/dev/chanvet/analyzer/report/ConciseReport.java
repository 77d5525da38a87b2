package dev.chanvet.analyzer.report;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.source.Notification;
import java.io.IOException;
import java.util.Locale;

/** {@code path:line:column: level: what happens [rule]}, as compilers have it. */
final class ConciseReport implements Report {
  @Override
  public void write(AnalysisResult result, ReportContext context, Appendable out)
      throws IOException {
    for (Finding finding : result.findings()) {
      out.append(finding.site().toString())
          .append(": ")
          .append(finding.severity().label())
          .append(": ")
          .append(finding.message().what())
          .append(" [")
          .append(finding.rule().id())
          .append("]\n");
    }
    for (Notification notification : result.notifications()) {
      if (notification.incomplete()) {
        String level = notification.level().name().toLowerCase(Locale.ROOT);
        out.append("chanvet: ").append(level).append(": " + notification + "\n");
      }
    }
  }
}
