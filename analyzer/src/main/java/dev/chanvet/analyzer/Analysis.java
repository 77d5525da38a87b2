package dev.chanvet.analyzer;

import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Explorations;
import dev.chanvet.analyzer.explore.Limits;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Declarations;
import dev.chanvet.analyzer.finding.Owners;
import dev.chanvet.analyzer.finding.Statistics;
import dev.chanvet.analyzer.finding.Suppression;
import dev.chanvet.analyzer.finding.Suppressions;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.lower.Lowering;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Repetitions;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.rule.Undecided;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceDiscovery;
import dev.chanvet.analyzer.source.SourceFile;
import dev.chanvet.analyzer.source.SourceTree;
import dev.chanvet.analyzer.syntax.RelevantFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From paths to findings: the table of contents of this module. */
public final class Analysis {
  private static final Set<String> API_PACKAGES = Set.of("dev.chanvet.runtime");

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
    SourceTree sources =
        new SourceDiscovery(options.sizeLimit()).discover(options.paths(), options.view());
    List<Notification> notifications = new ArrayList<>(sources.notifications());
    List<SourceFile> relevant = RelevantFiles.select(sources.files(), API_PACKAGES);
    List<Suppression> suppressions = new ArrayList<>();
    Map<SourceFile, Declarations> declarations = new HashMap<>();
    Owners owners = new Owners(options.liveOn());
    Program program =
        Lowering.lower(
            relevant,
            notifications::add,
            unit -> {
              declarations.put(unit.file(), Declarations.in(unit.tree()));
              Suppressions read = Suppressions.in(unit.file(), unit.tree());
              suppressions.addAll(read.suppressions());
              notifications.addAll(read.notifications());
              owners.see(unit.file(), unit.tree());
            });
    List<Exploration> explorations = new Explorations(program, Limits.DEFAULT).explore();
    Pass pass = new Pass(program, explorations);
    rules.forEach(rule -> rule.check(pass));
    notifications.addAll(Undecided.notifications(explorations));
    Statistics statistics =
        new Statistics(
            sources.files().size(),
            relevant.size(),
            program.functions().size(),
            explorations.size(),
            explorations.stream().mapToLong(Exploration::states).sum(),
            Duration.ofNanos(System.nanoTime() - start));
    return AnalysisResult.of(
        rules.stream().map(Rule::info).toList(),
        Repetitions.without(pass.findings().stream().filter(f -> !owners.allow(f)).toList())
            .stream()
            .map(f -> f.in(declarations.getOrDefault(f.site().file(), Declarations.NONE)))
            .toList(),
        suppressions,
        notifications,
        statistics);
  }
}
