package dev.chanvet.maven;

import java.util.Locale;

/** How bad a finding is, worst first. */
enum Level {
  ERROR,
  WARNING,
  NOTE;

  /** As SARIF calls it. */
  static Level of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Such as {@code 2 errors}. */
  String count(long number) {
    return number + " " + name().toLowerCase(Locale.ROOT) + (number == 1 ? "" : "s");
  }
}
