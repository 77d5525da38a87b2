package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Rules;
import picocli.CommandLine.Command;

/** {@code chanvet rules}: what is looked for. */
@Command(name = "rules", description = "Lists the rules.", mixinStandardHelpOptions = true)
final class RulesCommand implements Runnable {
  private final Console console;

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    int width = Rules.all().stream().mapToInt(rule -> rule.info().id().length()).max().orElse(1);
    for (Rule rule : Rules.all()) {
      RuleInfo info = rule.info();
      String level = info.enabled() ? info.severity().label() : info.severity().label() + ", off";
      console.out().printf("%-" + width + "s  %-9s  %s%n", info.id(), level, info.summary());
    }
  }
}
