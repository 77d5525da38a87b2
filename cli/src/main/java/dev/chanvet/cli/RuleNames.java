package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Rules;
import java.util.Comparator;
import java.util.Optional;

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
    return nearest(id)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("; 'chanvet rules' lists them all");
  }

  /** The id nearest to a word, unless less than half of it agrees. */
  private static Optional<String> nearest(String word) {
    return Rules.all().stream()
        .map(rule -> rule.info().id())
        .min(Comparator.comparingInt((String id) -> distance(word, id)).thenComparing(id -> id))
        .filter(id -> 2 * distance(word, id) <= id.length());
  }

  /** The Levenshtein distance: how many letters to insert, delete or replace. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
