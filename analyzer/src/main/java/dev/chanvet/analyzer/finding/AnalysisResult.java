package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that an analysis found.
 *
 * @param findings to be reported, by file and line; none twice
 * @param known findings that a baseline knows; empty if there is none
 * @param allowed findings that the code itself allows
 * @param notifications what to know about the analysis itself
 */
public record AnalysisResult(
    List<Finding> findings,
    List<Finding> known,
    List<AllowedFinding> allowed,
    List<Notification> notifications,
    Statistics statistics) {

  public AnalysisResult {
    findings = findings.stream().sorted().distinct().toList();
    known = known.stream().sorted().distinct().toList();
    allowed = allowed.stream().sorted().distinct().toList();
    notifications = notifications.stream().sorted().distinct().toList();
  }

  /**
   * Sets apart the findings that the code allows, and says which suppressions suppress nothing.
   *
   * @param rules those that ran; a suppression of another one is not judged
   * @param found by the rules
   * @param suppressions of all the code that was analysed
   */
  public static AnalysisResult of(
      List<RuleInfo> rules,
      List<Finding> found,
      List<Suppression> suppressions,
      List<Notification> notifications,
      Statistics statistics) {
    List<Finding> findings = new ArrayList<>();
    List<AllowedFinding> allowed = new ArrayList<>();
    List<Suppression> unused = new ArrayList<>(suppressions);
    for (Finding finding : found) {
      List<Suppression> covering = suppressions.stream().filter(s -> s.covers(finding)).toList();
      unused.removeAll(covering);
      covering.stream()
          .findFirst()
          .ifPresentOrElse(
              first -> allowed.add(new AllowedFinding(finding, first)),
              () -> findings.add(finding));
    }
    List<Notification> all = new ArrayList<>(notifications);
    unused.removeIf(suppression -> rules.stream().noneMatch(suppression::names));
    for (Suppression suppression : unused) {
      all.add(
          Notification.of(
              Notification.Level.NOTE,
              "unused-suppression",
              "nothing to suppress here: remove it",
              suppression.site()));
    }
    return new AnalysisResult(findings, List.of(), allowed, all, statistics);
  }

  /** Leaves only the findings in some files; what was not analysed is still told. */
  public AnalysisResult only(Predicate<SourceFile> files) {
    return new AnalysisResult(
        findings.stream().filter(finding -> files.test(finding.site().file())).toList(),
        known.stream().filter(finding -> files.test(finding.site().file())).toList(),
        allowed.stream().filter(entry -> files.test(entry.finding().site().file())).toList(),
        notifications,
        statistics);
  }

  /** The same with one more thing to say. */
  public AnalysisResult with(Notification notification) {
    List<Notification> all = new ArrayList<>(notifications);
    all.add(notification);
    return new AnalysisResult(findings, known, allowed, all, statistics);
  }

  /** Changes each finding, or drops it if nothing comes back. */
  public AnalysisResult map(Function<Finding, Optional<Finding>> change) {
    return new AnalysisResult(
        findings.stream().map(change).flatMap(Optional::stream).toList(),
        known.stream().map(change).flatMap(Optional::stream).toList(),
        allowed.stream()
            .flatMap(entry ->
                change.apply(entry.finding()).stream()
                    .map(finding -> new AllowedFinding(finding, entry.suppression())))
            .toList(),
        notifications,
        statistics);
  }

  /** Whether everything that was asked for was analysed. */
  public boolean complete() {
    return notifications.stream().noneMatch(Notification::incomplete);
  }

  /** The worst severity among the findings; empty if there are none. */
  public Optional<Severity> worst() {
    return findings.stream().map(Finding::severity).min(Severity::compareTo);
  }

  /** Names for all findings, known and allowed ones too, that stay when code elsewhere changes. */
  public Fingerprints fingerprints() {
    return Fingerprints.of(
        Stream.of(findings.stream(), known.stream(), allowed.stream().map(AllowedFinding::finding))
            .flatMap(all -> all)
            .sorted()
            .toList());
  }
}
