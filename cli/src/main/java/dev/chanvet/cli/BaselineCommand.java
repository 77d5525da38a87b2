package dev.chanvet.cli;

import dev.chanvet.analyzer.Analysis;
import dev.chanvet.analyzer.AnalysisOptions;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Baseline;
import dev.chanvet.rules.Rules;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chanvet baseline}: takes all that is found now as known. */
@Command(
    name = "baseline",
    description = "Writes all findings to a file; 'chanvet check --baseline' does not report them.",
    mixinStandardHelpOptions = true)
final class BaselineCommand implements Runnable {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      defaultValue = ".",
      description = "Files, folders, or jars with sources; default: the current folder.")
  private List<String> paths = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "chanvet-baseline.txt",
      description = "Where to write it; default: chanvet-baseline.txt.")
  private Path output = Path.of("chanvet-baseline.txt");

  BaselineCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    ReportFile file = new ReportFile(output);
    file.requireWritable();
    AnalysisResult result = Analysis.of(AnalysisOptions.of(paths)).run(Rules.all());
    Baseline baseline = Baseline.of(result);
    file.write(baseline.text());
    console.out().println(baseline.entries().size() + " findings written to " + output);
  }
}
