package dev.chanvet.analyzer.cache;

import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Suppression;
import dev.chanvet.analyzer.source.Notification;
import java.util.List;

/**
 * What the analysis of one group of files has come to.
 *
 * @param functions how many were lowered
 * @param roots how many entries were explored
 * @param states how many states were visited
 */
public record Outcome(
    List<Finding> findings,
    List<Suppression> suppressions,
    List<Notification> notifications,
    int functions,
    int roots,
    long states) {

  public Outcome {
    findings = List.copyOf(findings);
    suppressions = List.copyOf(suppressions);
    notifications = List.copyOf(notifications);
  }

  /** The same with more known of the findings. */
  public Outcome with(List<Finding> other) {
    return new Outcome(other, suppressions, notifications, functions, roots, states);
  }
}
