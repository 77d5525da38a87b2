package dev.chanvet.rules;

import dev.chanvet.analyzer.rule.Rule;
import java.util.List;

/** The registry: every rule there is. */
public final class Rules {
  private static final List<Rule> ALL = List.of();

  private Rules() {}

  /** All rules, by their ids. */
  public static List<Rule> all() {
    return ALL;
  }
}
