package dev.chanvet.analyzer;

import dev.chanvet.analyzer.cache.Outcome;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.rule.Repetitions;
import dev.chanvet.analyzer.source.Notification;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A group of files before and after some edits. */
record Improvement(Outcome before, Outcome after) {

  /** What stays of a finding when lines move: its rule, where it is declared, and its words. */
  private record Essence(String rule, String declaration, String subject, String what) {
    static Essence of(Finding finding) {
      return new Essence(
          finding.rule().id(), finding.declaration(), finding.subject(), finding.message().what());
    }
  }

  /**
   * Whether what is found afterwards is at most what was found before without some findings, and as
   * much has been looked at: code that is no longer understood has no findings either.
   */
  boolean isWithout(Collection<Finding> mended) {
    Set<List<Object>> gone = new HashSet<>();
    mended.forEach(finding -> gone.add(place(finding)));
    Map<Essence, Integer> allowed = new HashMap<>();
    for (Finding finding : Repetitions.without(before.findings())) {
      if (!gone.contains(place(finding))) {
        allowed.merge(Essence.of(finding), 1, Integer::sum);
      }
    }
    for (Finding finding : Repetitions.without(after.findings())) {
      if (allowed.merge(Essence.of(finding), -1, Integer::sum) < 0) {
        return false;
      }
    }
    Map<String, Long> lost = counts(before.notifications());
    return counts(after.notifications()).entrySet().stream()
        .allMatch(entry -> entry.getValue() <= lost.getOrDefault(entry.getKey(), 0L));
  }

  private static List<Object> place(Finding finding) {
    return List.of(finding.rule().id(), finding.site());
  }

  private static Map<String, Long> counts(Collection<Notification> notifications) {
    return notifications.stream()
        .collect(Collectors.groupingBy(Notification::code, Collectors.counting()));
  }
}
