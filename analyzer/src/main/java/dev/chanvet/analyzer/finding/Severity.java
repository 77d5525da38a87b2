package dev.chanvet.analyzer.finding;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
  /** The program can hang, leak or panic. */
  ERROR,
  /** The program is probably wrong, or wrong only on some assumption. */
  WARNING,
  /** The program works and could say better what it means. */
  NOTE;

  /** The name in reports and on the command line: {@code error}, {@code warning}, {@code note}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is as bad as another severity, or worse. */
  public boolean isAtLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
