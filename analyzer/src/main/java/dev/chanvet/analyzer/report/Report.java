package dev.chanvet.analyzer.report;

import dev.chanvet.analyzer.finding.AnalysisResult;
import java.io.IOException;

/** One way to show a result. The same result and context give the same text, always. */
public interface Report {
  /**
   * Writes the whole report.
   *
   * @throws IOException if {@code out} does
   */
  void write(AnalysisResult result, ReportContext context, Appendable out) throws IOException;
}
