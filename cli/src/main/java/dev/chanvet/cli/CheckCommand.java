package dev.chanvet.cli;

import dev.chanvet.analyzer.Analysis;
import dev.chanvet.analyzer.AnalysisOptions;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.rules.Rules;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chanvet check}: analyses and reports. */
@Command(name = "check", description = "Analyses Java sources.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "PATH", defaultValue = ".", description = "Files, folders or jars.")
  private List<String> paths = List.of();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    AnalysisResult result = Analysis.of(AnalysisOptions.of(paths)).run(Rules.all());
    console.out().println(result.findings().size() + " findings");
    return ExitCode.CLEAN;
  }
}
