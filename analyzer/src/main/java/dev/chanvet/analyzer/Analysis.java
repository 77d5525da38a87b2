package dev.chanvet.analyzer;

import dev.chanvet.analyzer.cache.Outcome;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Statistics;
import dev.chanvet.analyzer.finding.Suppression;
import dev.chanvet.analyzer.rule.Repetitions;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceFile;
import dev.chanvet.analyzer.source.SourceTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** From paths to findings: the table of contents of this module. */
public final class Analysis {
  private final AnalysisOptions options;

  private Analysis(AnalysisOptions options) {
    this.options = options;
  }

  /** An analysis that is ready to run. */
  public static Analysis of(AnalysisOptions options) {
    return new Analysis(options);
  }

  /** Runs the rules over all files of the options. */
  public AnalysisResult run(List<Rule> rules) {
    return run(rules, (done, total) -> {});
  }

  /** The same, telling how far it has come. */
  public AnalysisResult run(List<Rule> rules, Progress progress) {
    return analyse(rules, progress).result();
  }

  /** The same, ready to look for fixes of what was found. */
  public Analysed analyse(List<Rule> rules, Progress progress) {
    long start = System.nanoTime();
    FirstLook look = FirstLook.at(options);
    SourceTree sources = look.sources();
    List<List<SourceFile>> groups = look.groups();
    GroupAnalysis analysis = new GroupAnalysis(options, rules);
    List<Outcome> outcomes = analysis.analyse(groups, progress);

    List<Finding> findings = new ArrayList<>();
    List<Notification> notifications = new ArrayList<>(sources.notifications());
    for (Outcome outcome : outcomes) {
      findings.addAll(outcome.findings());
      notifications.addAll(outcome.notifications());
    }
    List<Suppression> suppressions =
        outcomes.stream().map(Outcome::suppressions).flatMap(List::stream).distinct().toList();
    AnalysisResult result =
        AnalysisResult.of(
            rules.stream().map(Rule::info).toList(),
            Repetitions.without(findings),
            suppressions,
            notifications,
            statistics(sources, groups, outcomes, start));
    return new Analysed(result, new FixSearch(options, analysis, groups, outcomes));
  }

  /**
   * What was found, and who can look for ways to mend it.
   *
   * @param fixes of the groups that were analysed
   */
  public record Analysed(AnalysisResult result, FixSearch fixes) {}

  private static Statistics statistics(
      SourceTree sources, List<List<SourceFile>> groups, List<Outcome> outcomes, long start) {
    return new Statistics(
        sources.files().size(),
        groups.stream().flatMap(Collection::stream).collect(Collectors.toSet()).size(),
        outcomes.stream().mapToInt(Outcome::functions).sum(),
        outcomes.stream().mapToInt(Outcome::roots).sum(),
        outcomes.stream().mapToLong(Outcome::states).sum(),
        Duration.ofNanos(System.nanoTime() - start));
  }
}
