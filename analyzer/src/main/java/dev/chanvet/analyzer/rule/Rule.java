package dev.chanvet.analyzer.rule;

import dev.chanvet.analyzer.finding.RuleInfo;

/** One kind of misuse: what it is called, and how it is recognized. Stateless. */
public interface Rule {
  /** What it is called and how it is explained. */
  RuleInfo info();

  /** Reports each case of it that the pass shows. */
  void check(Pass pass);
}
