package dev.chanvet.analyzer.cache;

import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Suppression;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.Notification.Level;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

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

  /** The code of the notification that stands for a defect of ours. */
  public static final String FAILED = "internal-error";

  /** What is left of a group whose analysis failed, which must not cost the others theirs. */
  public static Outcome failure(List<SourceFile> files, Throwable defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    String message =
        "internal error, please report it; not analysed: %s%s%s"
            .formatted(
                files.stream().limit(3).map(SourceFile::path).collect(Collectors.joining(", ")),
                files.size() > 3 ? " and " + (files.size() - 3) + " more" : "",
                trace.length == 0 ? ": " + defect : ": " + defect + " at " + trace[0]);
    return new Outcome(
        List.of(), List.of(), List.of(Notification.of(Level.ERROR, FAILED, message)), 0, 0, 0);
  }

  /** Whether nothing is known of the group. */
  public boolean failed() {
    return notifications.stream().anyMatch(told -> told.code().equals(FAILED));
  }

  /** The same with more known of the findings. */
  public Outcome with(List<Finding> other) {
    return new Outcome(other, suppressions, notifications, functions, roots, states);
  }
}
