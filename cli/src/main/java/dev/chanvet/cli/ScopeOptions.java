package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Baseline;
import dev.chanvet.analyzer.source.FileView;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the findings are news. */
final class ScopeOptions {
  @Option(
      names = "--staged",
      description = {
        "Report only on files that are staged in git, and read the text that is staged.",
        "The rest is still analysed with them."
      })
  private boolean staged;

  @Option(
      names = "--changed-since",
      paramLabel = "COMMIT",
      description = {
        "Report only on files that have changed since they left this commit.",
        "The rest is still analysed with them."
      })
  private @Nullable String since;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Do not report findings that this file lists; see 'chanvet baseline'.")
  private @Nullable Path baseline;

  @Option(
      names = "--update-baseline",
      description = "Write the findings of this run to the baseline, and report none.")
  private boolean update;

  boolean updatesBaseline() {
    return update;
  }

  /** How the files look: as they lie on disk, or as they are staged. */
  FileView view(Console console) {
    return staged ? GitIndex.view(git(console)) : FileView.DISK;
  }

  /**
   * Leaves in a result what is to be reported.
   *
   * @throws UsageException if git or the baseline do not help
   */
  AnalysisResult apply(AnalysisResult result, Config config, Console console) {
    Path file = baseline != null ? baseline : config.baseline().map(Folders::shown).orElse(null);
    if (file == null) {
      if (update) {
        throw new UsageException("--update-baseline needs --baseline FILE");
      }
      return onlyChanged(result, console);
    }
    if (update) {
      new ReportFile(file).write(Baseline.of(result).text());
    }
    if (baseline == null && !Files.exists(file)) {
      return onlyChanged(result.with(missing(file)), console);
    }
    return onlyChanged(read(file).apply(result, file.toString()), console);
  }

  /** The settings may name a baseline before there is one. */
  private static Notification missing(Path file) {
    return Notification.of(
        Notification.Level.NOTE,
        "missing-baseline",
        "there is no such baseline; 'chanvet baseline' writes it",
        file.toString());
  }

  private AnalysisResult onlyChanged(AnalysisResult result, Console console) {
    if (staged) {
      return only(GitChanges.staged(git(console)), result);
    }
    return since == null ? result : only(GitChanges.since(since, git(console)), result);
  }

  private static Git git(Console console) {
    return Git.around(Path.of(""), console.environment());
  }

  private static AnalysisResult only(Set<Path> files, AnalysisResult result) {
    return result.only(
        file -> file.location().map(FileView::real).filter(files::contains).isPresent());
  }

  private static Baseline read(Path file) {
    try {
      return Baseline.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UsageException("the baseline " + file + " cannot be read");
    } catch (IllegalArgumentException e) {
      throw new UsageException("the baseline " + file + ": " + e.getMessage());
    }
  }
}
