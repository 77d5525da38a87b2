package dev.chanvet.analyzer;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Statistics;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.source.SourceDiscovery;
import dev.chanvet.analyzer.source.SourceTree;
import java.time.Duration;
import java.util.List;

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
    long start = System.nanoTime();
    SourceTree sources = new SourceDiscovery(options.sizeLimit()).discover(options.paths());
    List<Finding> findings = List.of();
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    Statistics statistics = new Statistics(sources.files().size(), 0, 0, 0, 0, time);
    return AnalysisResult.of(
        rules.stream().map(Rule::info).toList(),
        findings,
        List.of(),
        sources.notifications(),
        statistics);
  }
}
