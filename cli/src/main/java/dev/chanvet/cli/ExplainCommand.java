package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.RuleInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chanvet explain}: why a rule exists and what to do about its findings. */
@Command(name = "explain", description = "Explains a rule.", mixinStandardHelpOptions = true)
final class ExplainCommand implements Runnable {
  private final Console console;

  @Parameters(paramLabel = "RULE", description = "The rule's id, such as double-close.")
  private String id = "";

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    RuleInfo rule = RuleNames.find(id);
    console.out().print(RulePage.of(rule));
  }
}
