package dev.chanvet.analyzer.report;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.GoroutineEnd;
import dev.chanvet.analyzer.finding.Related;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.finding.Witness;
import dev.chanvet.analyzer.finding.WitnessStep;
import dev.chanvet.analyzer.source.Notification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * For people at a terminal: each finding with its code, the reason, the remedy, and the schedule
 * that reaches it step by step; then what could not be analysed; then one line that sums up.
 */
final class TextReport implements Report {
  private static final int NOTES_OF_A_KIND = 8;

  @Override
  public void write(AnalysisResult result, ReportContext context, Appendable out)
      throws IOException {
    Ink ink = new Ink(context.color());
    for (Finding finding : result.findings()) {
      write(finding, ink, out);
      out.append("\n");
    }
    write(result.notifications(), ink, out);
    out.append(ink.bold(summary(result))).append("\n");
  }

  /**
   * All that is wrong, and of notes of one kind, which a large program may have by the hundred, a
   * few.
   */
  private static void write(List<Notification> notifications, Ink ink, Appendable out)
      throws IOException {
    Map<String, Integer> notes = new TreeMap<>();
    for (Notification notification : notifications) {
      boolean isNote = notification.level() == Notification.Level.NOTE;
      if (!isNote || notes.merge(notification.code(), 1, Integer::sum) <= NOTES_OF_A_KIND) {
        write(Severity.valueOf(notification.level().name()), notification.toString(), ink, out);
      }
    }
    for (Map.Entry<String, Integer> kind : notes.entrySet()) {
      int more = kind.getValue() - NOTES_OF_A_KIND;
      if (more > 0) {
        String all =
            "%d more of these; --format json has them all [%s]".formatted(more, kind.getKey());
        write(Severity.NOTE, all, ink, out);
      }
    }
  }

  private static void write(Severity level, String text, Ink ink, Appendable out)
      throws IOException {
    out.append("chanvet: ").append(ink.severity(level, level.label()));
    out.append(": ").append(text).append("\n");
  }

  void write(Finding finding, Ink ink, Appendable out) throws IOException {
    String level = finding.severity().label() + "[" + finding.rule().id() + "]";
    out.append(ink.severity(finding.severity(), level));
    out.append(ink.bold(": " + finding.message().what())).append("\n");
    CodeFrame.write(finding.site(), finding.severity(), ink, out);
    out.append("  why: ").append(finding.message().why()).append("\n");
    out.append("  fix: ").append(finding.message().whatToDo()).append("\n");
    if (finding.fix() != null) {
      out.append("  can be fixed: ").append(finding.fix().title());
      out.append(ink.faint(" (chanvet check --fix)")).append("\n");
    }
    for (Related related : finding.related()) {
      out.append("  see: ").append(related.message());
      out.append(ink.faint(" (" + related.site() + ")")).append("\n");
    }
    if (finding.witness() != null) {
      write(finding.witness(), ink, out);
    }
    for (String assumption : finding.assumptions()) {
      out.append("  assuming: ").append(assumption).append("\n");
    }
    out.append(ink.faint("  more: " + finding.rule().help())).append("\n");
  }

  /**
   * <pre>
   *   schedule that reaches it:
   *      1  main         makes 'results'           (Feed.java:5:10)
   *      2  goroutine 1  sends "a" to 'results'    (Feed.java:7:3)
   *      =  main         blocked for ever in receive from 'results'
   * </pre>
   */
  private static void write(Witness witness, Ink ink, Appendable out) throws IOException {
    int nameWidth = witness.goroutines().values().stream().mapToInt(String::length).max().orElse(0);
    out.append("  schedule that reaches it:\n");
    int number = 1;
    for (WitnessStep step : witness.steps()) {
      out.append("  %4d  ".formatted(number++));
      out.append(ink.goroutine(step.goroutine(), pad(step.goroutineName(), nameWidth)));
      out.append("  ").append(step.message());
      out.append(ink.faint("  (" + step.site() + ")")).append("\n");
    }
    for (GoroutineEnd end : witness.ends()) {
      out.append("     =  ");
      out.append(ink.goroutine(end.goroutine(), pad(end.goroutineName(), nameWidth)));
      out.append("  ").append(end.message());
      out.append(end.site() == null ? "" : ink.faint("  (" + end.site() + ")")).append("\n");
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** {@code 2 errors, 1 warning in 14 files (2 of them confirmed by a schedule), 1 allowed}. */
  static String summary(AnalysisResult result) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = result.findings().stream().filter(f -> f.severity() == severity).count();
      if (count > 0) {
        counts.add(plural(count, severity.label()));
      }
    }
    String found = counts.isEmpty() ? "no findings" : String.join(", ", counts);
    String text = found + " in " + plural(result.statistics().files(), "file");
    if (!counts.isEmpty()) {
      text += " (" + confirmed(result.findings()) + ")";
    }
    if (!result.known().isEmpty()) {
      text += ", " + result.known().size() + " in the baseline";
    }
    if (!result.allowed().isEmpty()) {
      text += ", " + result.allowed().size() + " allowed";
    }
    return result.complete() ? text : text + ", not everything was analysed";
  }

  /** How many of {@code findings} a schedule confirms, in words. */
  private static String confirmed(List<Finding> findings) {
    long confirmed = findings.stream().filter(Finding::confirmed).count();
    String share =
        confirmed == 0
            ? "none "
            : confirmed < findings.size()
                ? confirmed + " of them "
                : findings.size() == 1 ? "" : "all ";
    return share + "confirmed by a schedule";
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
