package dev.chanvet.cli;

import dev.chanvet.analyzer.AnalysisOptions;
import dev.chanvet.analyzer.Inspection;
import dev.chanvet.analyzer.Inspection.Result;
import dev.chanvet.analyzer.explore.StateSpace;
import dev.chanvet.analyzer.explore.StateSpaceDot;
import dev.chanvet.analyzer.explore.StateSpaceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chanvet explore}: what the analysis makes of the code around a line. */
@Command(
    name = "explore",
    description = {
      "Shows the model of the program that runs a line, and its state space:",
      "what each goroutine stands before, and which steps lead on."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true)
final class ExploreCommand implements Callable<Integer> {
  /** The shapes it can print. */
  enum Shape {
    TEXT,
    DOT,
    SVG
  }

  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE:LINE", description = "A line of code.")
  private String place = "";

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      description = "The program; default: the folder of the file.")
  private List<String> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, dot (for Graphviz), or svg (needs Graphviz); default: text.")
  private Shape shape = Shape.TEXT;

  @Option(
      names = "--states",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Visit no more states than that; default: 1000.")
  private int states;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to a file.")
  private @Nullable Path output;

  ExploreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int colon = place.lastIndexOf(':');
    if (colon < 1 || !place.substring(colon + 1).matches("[0-9]{1,9}")) {
      throw new UsageException("not a place: " + place + "; it reads src/Orders.java:12");
    }
    if (states < 1) {
      throw new UsageException("--states needs a number of at least 1, not " + states);
    }
    Path file = Path.of(place.substring(0, colon));
    if (!Files.isRegularFile(file)) {
      throw new UsageException("no such file: " + file);
    }
    ReportFile target = output == null ? null : new ReportFile(output);
    if (target != null) {
      target.requireWritable();
    }
    Path folder = Objects.requireNonNullElse(file.getParent(), Path.of("."));
    AnalysisOptions options =
        AnalysisOptions.of(paths.isEmpty() ? List.of(folder.toString()) : paths);
    int line = Integer.parseInt(place.substring(colon + 1));
    switch (Inspection.around(options, file, line, states)) {
      case Result.Found found -> show(print(found.space()), target);
      case Result.Nothing nothing -> throw new UsageException(nothing.reason());
    }
    return ExitCode.CLEAN;
  }

  private String print(StateSpace space) {
    return switch (shape) {
      case TEXT -> StateSpaceText.print(space);
      case DOT -> StateSpaceDot.print(space);
      case SVG -> Graphviz.svg(StateSpaceDot.print(space));
    };
  }

  private void show(String text, @Nullable ReportFile target) {
    if (target != null) {
      target.write(text);
    } else {
      console.out().print(text);
      console.out().flush();
    }
  }
}
