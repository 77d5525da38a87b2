package dev.chanvet.cli;

import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Rules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which rules run. */
final class RuleOptions {
  /** Stands for every rule, those that are off by default too. */
  private static final String ALL = "all";

  @Option(
      names = "--select",
      split = ",",
      paramLabel = "RULE",
      description = "Only these rules; 'all' for every one, those too that are off by default.")
  private List<String> selected = List.of();

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "RULE",
      description = "None of these rules.")
  private List<String> ignored = List.of();

  /**
   * The rules that the options leave.
   *
   * @throws UsageException if a rule does not exist
   */
  List<Rule> rules() {
    Set<String> without = ids(ignored);
    Set<String> only = ids(selected.stream().filter(id -> !id.equals(ALL)).toList());
    boolean all = selected.contains(ALL);
    return Rules.all().stream()
        .filter(rule ->
            all || (selected.isEmpty() ? rule.info().enabled() : only.contains(rule.info().id())))
        .filter(rule -> !without.contains(rule.info().id()))
        .toList();
  }

  private static Set<String> ids(List<String> names) {
    return names.stream()
        .map(name -> RuleNames.find(name.strip()).id())
        .collect(Collectors.toSet());
  }
}
