package dev.chanvet.cli;

import dev.chanvet.analyzer.report.Format;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is reported, and where. */
final class OutputOptions {
  /** When to colour text. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, concise, json, sarif, github, checkstyle, junit or html; default: text.")
  private @Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "[FORMAT=]FILE",
      description = {
        "Write a report to a file; FORMAT is that of --format if it is not given.",
        "May be repeated. Text still goes to standard output."
      })
  private List<String> files = List.of();

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never; auto honours NO_COLOR.")
  private Color color = Color.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing if there is nothing to report.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say how much was analysed, and how long it took.")
  private boolean verbose;

  @Option(names = "--no-progress", description = "Show no progress on a terminal.")
  private boolean noProgress;

  boolean isVerbose() {
    return verbose;
  }

  boolean showsProgress() {
    return !noProgress && !quiet;
  }

  boolean wantsColor(Console console) {
    return switch (color) {
      case AUTO -> console.prefersColor();
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  /**
   * All outputs: the files, and standard output unless {@code --format} went to a file.
   *
   * @param toStream whether standard output is free for a report
   * @throws UsageException if a file cannot be written to, or is named twice
   */
  List<Output> outputs(Console console, boolean toStream) {
    List<Output> outputs = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    boolean formatUsed = false;
    for (String file : files) {
      int equals = file.indexOf('=');
      Format fileFormat = equals > 0 ? format(file.substring(0, equals)) : stdoutFormat();
      formatUsed |= equals <= 0;
      Path path = path(file.substring(equals > 0 ? equals + 1 : 0));
      if (!seen.add(path.toAbsolutePath().normalize())) {
        throw new UsageException("two reports would go to " + path);
      }
      outputs.add(Output.file(fileFormat, path));
    }
    if (!toStream) {
      return outputs;
    }
    if (!formatUsed) {
      outputs.add(Output.stream(stdoutFormat(), console, quiet));
    } else if (stdoutFormat() != Format.TEXT) {
      outputs.add(Output.stream(Format.TEXT, console, quiet));
    }
    return outputs;
  }

  private Format stdoutFormat() {
    return format == null ? Format.TEXT : format;
  }

  private static Format format(String name) {
    return Stream.of(Format.values())
        .filter(format -> format.label().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "no format is called '%s'; there are %s"
                    .formatted(
                        name,
                        Stream.of(Format.values())
                            .map(Format::label)
                            .collect(Collectors.joining(", ")))));
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("cannot write to '" + name + "': " + e.getReason());
    }
  }
}
