package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.source.FileView;
import dev.chanvet.config.Config;
import dev.chanvet.config.Level;
import java.util.List;
import java.util.Optional;

/**
 * What the settings of a project mean for an analysis.
 *
 * @param rules those that run
 */
record Project(Config config, List<Rule> rules) {

  /** What is known of the rules, with the levels that they have here. */
  List<RuleInfo> infos() {
    return rules.stream().map(rule -> here(rule.info())).toList();
  }

  /** The files that the settings leave. */
  FileView view(FileView view) {
    return config.takesAll() ? view : view.where(config::takes);
  }

  /** Gives findings the levels that they have here. */
  AnalysisResult adjust(AnalysisResult result) {
    return config.levels().isEmpty() && config.overrides().isEmpty()
        ? result
        : result.map(this::adjust);
  }

  private Optional<Finding> adjust(Finding finding) {
    RuleInfo rule = here(finding.rule());
    Level level =
        config
            .level(rule.id(), finding.site().file().location().map(FileView::real).orElse(null))
            .orElse(null);
    if (level == null) {
      return Optional.of(finding);
    }
    return severity(level).map(severity -> finding.as(rule, severity));
  }

  private RuleInfo here(RuleInfo rule) {
    return config
        .level(rule.id(), null)
        .flatMap(Project::severity)
        .map(rule::withSeverity)
        .orElse(rule);
  }

  private static Optional<Severity> severity(Level level) {
    return switch (level) {
      case ERROR -> Optional.of(Severity.ERROR);
      case WARNING -> Optional.of(Severity.WARNING);
      case NOTE -> Optional.of(Severity.NOTE);
      case OFF -> Optional.empty();
    };
  }
}
