package dev.chanvet.analyzer.rule;

import dev.chanvet.analyzer.finding.RuleInfo;

/** One kind of misuse. */
public interface Rule {
  /** What it is called and how it is explained. */
  RuleInfo info();
}
