package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.config.Config;
import dev.chanvet.config.Threshold;

/** From which level on findings make the command fail. */
enum FailOn {
  ERROR,
  WARNING,
  NOTE,
  NEVER;

  /** What the settings of a project say, or else that warnings fail. */
  static FailOn of(Config config) {
    return switch (config.failOn().orElse(Threshold.WARNING)) {
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case NOTE -> NOTE;
      case NEVER -> NEVER;
    };
  }

  boolean includes(Severity severity) {
    return switch (this) {
      case ERROR -> severity.isAtLeast(Severity.ERROR);
      case WARNING -> severity.isAtLeast(Severity.WARNING);
      case NOTE -> severity.isAtLeast(Severity.NOTE);
      case NEVER -> false;
    };
  }
}
