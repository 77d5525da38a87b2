package dev.chanvet.analyzer.finding;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the code itself allows.
 *
 * <pre>{@code
 * @SuppressWarnings({"unchecked", "chanvet:double-close"}) // on any declaration; chanvet: all rules
 * void stop() {
 *   // chanvet:allow send-after-close - the peer drains until it sees the poison pill
 *   events.send(POISON);
 * }
 * }</pre>
 *
 * <p>A comment without a reason allows nothing, and that is told.
 *
 * @param suppressions in the order of the file, annotations first
 */
public record Suppressions(List<Suppression> suppressions, List<Notification> notifications) {
  private static final String TOOL = "chanvet";
  private static final String ALLOW = TOOL + ":allow";
  private static final Pattern COMMENT =
      Pattern.compile(
          ALLOW
              + "\\s+(?<rules>[a-z-]+(\\s*,\\s*[a-z-]+)*|\\*)(\\s+[-\u2013\u2014]\\s*(?<reason>.*))?");

  public Suppressions {
    suppressions = List.copyOf(suppressions);
    notifications = List.copyOf(notifications);
  }

  /** Looks through a parsed file; hardly any time goes into one that does not mention chanvet. */
  public static Suppressions in(SourceFile file, CompilationUnit tree) {
    List<Suppression> found = new ArrayList<>();
    List<Notification> notifications = new ArrayList<>();
    if (file.text().contains(TOOL)) {
      tree.findAll(AnnotationExpr.class).forEach(annotation -> read(file, annotation, found));
      if (file.text().contains(ALLOW)) {
        LineComment.in(file).forEach(comment -> read(comment, found, notifications));
      }
    }
    return new Suppressions(found, notifications);
  }

  private static void read(SourceFile file, AnnotationExpr annotation, List<Suppression> found) {
    if (!annotation.getName().getIdentifier().equals("SuppressWarnings")) {
      return;
    }
    Set<String> rules = new LinkedHashSet<>();
    for (LiteralStringValueExpr literal : annotation.findAll(LiteralStringValueExpr.class)) {
      String value = literal.getValue();
      if (value.equals(TOOL)) {
        rules.add(Suppression.ALL);
      } else if (value.startsWith(TOOL + ":")) {
        rules.add(value.substring(TOOL.length() + 1));
      }
    }
    Range range = annotation.getRange().orElse(null);
    Range declaration = annotation.getParentNode().flatMap(Node::getRange).orElse(null);
    if (!rules.isEmpty() && range != null && declaration != null) {
      Site site =
          new Site(file, range.begin.line, range.begin.column, range.end.line, range.end.column);
      found.add(
          new Suppression(
              Suppression.Kind.ANNOTATION,
              rules,
              null,
              site,
              declaration.begin.line,
              declaration.end.line));
    }
  }

  private static void read(
      LineComment comment, List<Suppression> found, List<Notification> notifications) {
    if (!comment.text().startsWith(ALLOW)) {
      return;
    }
    Matcher matcher = COMMENT.matcher(comment.text());
    String reason = matcher.matches() ? matcher.group("reason") : null;
    if (reason == null || reason.isBlank()) {
      notifications.add(
          Notification.of(
              Notification.Level.NOTE,
              "suppression-without-reason",
              "allows nothing: write '// " + ALLOW + " RULE - reason'",
              comment.site()));
      return;
    }
    int line = comment.site().line();
    found.add(
        new Suppression(
            Suppression.Kind.COMMENT,
            Set.of(matcher.group("rules").split("\\s*,\\s*")),
            reason.strip(),
            comment.site(),
            line,
            comment.alone() ? nextLineOfCode(comment.site()) : line));
  }

  /** A reason may go on in more comments. */
  private static int nextLineOfCode(Site comment) {
    int line = comment.line() + 1;
    while (line <= comment.file().lineCount()
        && comment.file().line(line).stripLeading().startsWith("//")) {
      line++;
    }
    return line;
  }
}
