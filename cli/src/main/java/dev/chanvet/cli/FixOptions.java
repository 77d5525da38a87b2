package dev.chanvet.cli;

import dev.chanvet.analyzer.FixSearch;
import dev.chanvet.analyzer.FixSearch.Mended;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What becomes of findings that can be fixed. */
final class FixOptions {
  @Option(
      names = "--fix",
      description = {
        "Make all changes that mend a finding and bring no other,",
        "as the analysis of the changed code has shown; then report what is left."
      })
  private boolean fix;

  @Option(
      names = "--diff",
      description = "Print what --fix would do, as a unified diff, and change nothing.")
  private boolean diff;

  @Option(
      names = "--no-fixes",
      description = "Do not look for fixes, which takes analysis of its own.")
  private boolean none;

  /**
   * @throws UsageException if the options contradict each other
   */
  void check() {
    if (fix && diff || none && (fix || diff)) {
      throw new UsageException("only one of --fix, --diff and --no-fixes makes sense");
    }
  }

  boolean changesFiles() {
    return fix;
  }

  boolean printsDiff() {
    return diff;
  }

  /** The result with the fixes that were found. */
  AnalysisResult seek(AnalysisResult result, FixSearch search) {
    return none ? result : search.seek(result, fix || diff);
  }

  /**
   * Makes the changes that go together, and says so.
   *
   * @return whether any file has changed
   */
  static boolean apply(AnalysisResult result, FixSearch search, PrintWriter log) {
    boolean changed = false;
    for (var entry : byFile(search.together(result)).entrySet()) {
      SourceFile file = entry.getKey();
      String trouble = new EditedFile(file).write(Fix.apply(file, fixes(entry.getValue())));
      if (trouble != null) {
        log.println("chanvet: " + file.path() + " is left as it is: " + trouble);
        continue;
      }
      changed = true;
      for (Mended mended : entry.getValue()) {
        log.println(
            "chanvet: %s: fixed %s: %s"
                .formatted(
                    mended.finding().site(), mended.finding().rule().id(), mended.fix().title()));
      }
    }
    return changed;
  }

  /** Prints the changes that go together. */
  static void print(AnalysisResult result, FixSearch search, PrintWriter out) {
    byFile(search.together(result))
        .forEach((file, mended) ->
            out.print(UnifiedDiff.of(file.path(), file.text(), Fix.apply(file, fixes(mended)))));
    out.flush();
  }

  private static SortedMap<SourceFile, List<Mended>> byFile(List<Mended> mended) {
    return mended.stream()
        .collect(Collectors.groupingBy(one -> one.fix().file(), TreeMap::new, Collectors.toList()));
  }

  private static List<Fix> fixes(List<Mended> mended) {
    return mended.stream().map(Mended::fix).toList();
  }
}
