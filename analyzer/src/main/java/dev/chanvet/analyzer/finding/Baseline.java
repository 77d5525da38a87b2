package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Notification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Findings that were there before: known by their fingerprints, and not reported again.
 *
 * <p>As text, one finding is one line, so that a diff shows which ones came and went:
 *
 * <pre>
 *   29a344e5c15f3cc7241c226dbc75c4a9 double-close src/Feed.java:5
 * </pre>
 *
 * @param entries by fingerprint: the rest of the line, which is for people
 */
public record Baseline(SortedMap<String, String> entries) {
  private static final String HEADER =
      """
      # Findings that chanvet does not report again. Written by: chanvet baseline
      # The first word recognizes a finding; the rest is for people.
      """;

  public Baseline {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /** The baseline in which all findings of a result are known, those too that it knew before. */
  public static Baseline of(AnalysisResult result) {
    Fingerprints fingerprints = result.fingerprints();
    SortedMap<String, String> entries = new TreeMap<>();
    List<Finding> all = new ArrayList<>(result.findings());
    all.addAll(result.known());
    for (Finding finding : all) {
      String place = finding.site().file().path() + ":" + finding.site().line();
      entries.put(fingerprints.of(finding), finding.rule().id() + " " + place);
    }
    return new Baseline(entries);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if a line is no entry; the message is for people
   */
  public static Baseline parse(String text) {
    SortedMap<String, String> entries = new TreeMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!line.matches("[0-9a-f]{32} [a-z-]+ .*")) {
        throw new IllegalArgumentException(
            "line " + number + " is no entry of a baseline: " + line);
      }
      entries.put(line.substring(0, 32), line.substring(33));
    }
    return new Baseline(entries);
  }

  /** The baseline as the text of a file. */
  public String text() {
    StringBuilder text = new StringBuilder(HEADER);
    entries.forEach((fingerprint, rest) -> text.append(fingerprint + " " + rest + "\n"));
    return text.toString();
  }

  /**
   * Sets known findings apart, and tells which entries no finding matches any more.
   *
   * @param file how to call the baseline
   */
  public AnalysisResult apply(AnalysisResult result, String file) {
    Fingerprints fingerprints = result.fingerprints();
    List<Finding> fresh = new ArrayList<>();
    List<Finding> known = new ArrayList<>();
    SortedMap<String, String> stale = new TreeMap<>(entries);
    for (Finding finding : result.findings()) {
      String fingerprint = fingerprints.of(finding);
      stale.remove(fingerprint);
      (entries.containsKey(fingerprint) ? known : fresh).add(finding);
    }
    List<Notification> notifications = new ArrayList<>(result.notifications());
    stale.values().stream()
        .sorted()
        .forEach(entry ->
            notifications.add(
                Notification.of(
                    Notification.Level.NOTE,
                    "stale-baseline-entry",
                    "no longer found: " + entry + "; write the baseline anew",
                    file)));
    return new AnalysisResult(fresh, known, result.allowed(), notifications, result.statistics());
  }
}
