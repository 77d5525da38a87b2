package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.Severity;

/** From which level on findings make the command fail. */
enum FailOn {
  ERROR,
  WARNING,
  NOTE,
  NEVER;

  boolean includes(Severity severity) {
    return switch (this) {
      case ERROR -> severity.isAtLeast(Severity.ERROR);
      case WARNING -> severity.isAtLeast(Severity.WARNING);
      case NOTE -> severity.isAtLeast(Severity.NOTE);
      case NEVER -> false;
    };
  }
}
