package dev.chanvet.maven;

import java.util.List;
import java.util.StringJoiner;

/** How much was found, in one line. */
final class Summary {
  private Summary() {}

  static String of(SarifLog log, List<Finding> findings) {
    StringJoiner parts = new StringJoiner(", ", "chanvet: ", "");
    for (Level level : Level.values()) {
      long count = findings.stream().filter(finding -> finding.level() == level).count();
      if (count > 0) {
        parts.add(level.count(count));
      }
    }
    if (findings.isEmpty()) {
      parts.add("no findings");
    }
    if (log.known() > 0) {
      parts.add(log.known() + " in the baseline");
    }
    if (log.allowed() > 0) {
      parts.add(log.allowed() + " allowed");
    }
    return parts.toString();
  }
}
