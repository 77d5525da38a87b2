package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.config.Config;
import dev.chanvet.config.Level;
import dev.chanvet.rules.Rules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which rules run. */
final class RuleOptions {
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
   * The rules that the options and the settings leave. A selection here replaces what the settings
   * select and ignore; what is ignored here is ignored as well.
   *
   * @throws UsageException if a rule does not exist
   */
  List<Rule> rules(Config config) {
    boolean here = !selected.isEmpty();
    List<String> select = here ? selected.stream().map(String::strip).toList() : config.select();
    Set<String> without = ids(ignored);
    Set<String> only = ids(select.stream().filter(id -> !id.equals(Config.ALL)).toList());
    boolean all = select.contains(Config.ALL);
    return Rules.all().stream()
        .filter(rule ->
            all || (select.isEmpty() ? isOn(rule.info(), config) : only.contains(rule.info().id())))
        .filter(rule -> !without.contains(rule.info().id()))
        .filter(rule -> here || !isOff(rule.info(), config))
        .toList();
  }

  private static boolean isOn(RuleInfo rule, Config config) {
    return rule.enabled() || config.levels().containsKey(rule.id());
  }

  private static boolean isOff(RuleInfo rule, Config config) {
    return config.ignore().contains(rule.id()) || config.levels().get(rule.id()) == Level.OFF;
  }

  private static Set<String> ids(List<String> names) {
    return names.stream()
        .map(name -> RuleNames.find(name.strip()).id())
        .collect(Collectors.toSet());
  }
}
