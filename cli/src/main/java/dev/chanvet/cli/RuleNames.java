package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.config.Spelling;
import dev.chanvet.rules.Rules;
import java.util.List;

/** Finds rules by what the user typed. */
final class RuleNames {
  private RuleNames() {}

  /**
   * The rule of that id.
   *
   * @throws UsageException if there is none, with the id that was probably meant
   */
  static RuleInfo find(String id) {
    return Rules.all().stream()
        .map(Rule::info)
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UsageException("no rule is called '" + id + "'" + hint(id)));
  }

  private static String hint(String id) {
    List<String> ids = Rules.all().stream().map(rule -> rule.info().id()).toList();
    return Spelling.nearest(id, ids)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("; 'chanvet rules' lists them all");
  }
}
