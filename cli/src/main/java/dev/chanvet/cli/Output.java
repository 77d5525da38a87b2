package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.report.Format;
import dev.chanvet.analyzer.report.ReportContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A report and where it goes. */
interface Output {
  /**
   * @throws UsageException if it cannot be written
   */
  void write(AnalysisResult result, ReportContext context);

  /**
   * A report in a file.
   *
   * @throws UsageException if the file cannot be written to
   */
  static Output file(Format format, Path path) {
    ReportFile file = new ReportFile(path);
    file.requireWritable();
    return (result, context) -> file.write(text(format, result, context.withColor(false)));
  }

  /**
   * A report on standard output.
   *
   * @param quiet whether text stays away when there is nothing to say
   */
  static Output stream(Format format, Console console, boolean quiet) {
    return (result, context) -> {
      boolean nothing = result.findings().isEmpty() && result.complete();
      if (!(quiet && nothing && format == Format.TEXT)) {
        console.out().print(text(format, result, context));
        console.out().flush();
      }
    };
  }

  private static String text(Format format, AnalysisResult result, ReportContext context) {
    StringBuilder text = new StringBuilder();
    try {
      format.report().write(result, context, text);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder that cannot be written", e);
    }
    return text.toString();
  }
}
