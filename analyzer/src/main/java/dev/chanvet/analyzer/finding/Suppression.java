package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the code that allows findings.
 *
 * @param rules the ids that it allows; {@link #ALL} stands for every rule
 * @param reason why, if the code says so
 * @param site the annotation or the comment
 * @param firstLine the first line whose findings it allows
 * @param lastLine the last one
 */
public record Suppression(
    Kind kind, Set<String> rules, @Nullable String reason, Site site, int firstLine, int lastLine) {

  /** In {@link #rules}: every rule. */
  public static final String ALL = "*";

  /** How the code says it. */
  public enum Kind {
    /** {@code @SuppressWarnings("chanvet:double-close")} on a declaration. */
    ANNOTATION,
    /** {@code // chanvet:allow double-close - reason} on the line or the one above. */
    COMMENT
  }

  public Suppression {
    rules = Set.copyOf(rules);
  }

  /** Whether it allows a finding. */
  public boolean covers(Finding finding) {
    SourceFile file = finding.site().file();
    int line = finding.site().line();
    return file.equals(site.file())
        && firstLine <= line
        && line <= lastLine
        && names(finding.rule());
  }

  /** Whether it is about a rule. */
  boolean names(RuleInfo rule) {
    return rules.contains(ALL) || rules.contains(rule.id());
  }
}
