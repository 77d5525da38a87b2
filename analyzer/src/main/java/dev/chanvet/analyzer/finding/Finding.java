package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Site;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A defect of the analysed program.
 *
 * @param severity of this finding; may differ from the rule's
 * @param site the operation that blocks or panics; for misuse of close, the close
 * @param declaration what the site lies in, such as {@code shop.Orders.take(int)}; empty until the
 *     analysis has filled it in, and where the source has none
 * @param subject what it is about, as the source calls it: mostly the channel's name
 * @param related places that explain it, the channel's creation first
 * @param witness a schedule that reaches it; null if none was found
 * @param confirmed whether the witness rests on no assumption
 * @param rank how sure the analysis is, from 0 to 100
 * @param assumptions what was taken for granted, such as {@code loop in line 8 runs at least twice}
 * @param proposals ways to mend it that have not been tried, the best one first
 * @param fix a change that mends it and brings no other finding; null if none is known
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    Message message,
    Site site,
    String declaration,
    String subject,
    List<Related> related,
    @Nullable Witness witness,
    boolean confirmed,
    double rank,
    List<String> assumptions,
    List<Proposal> proposals,
    @Nullable Fix fix)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::site)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::declaration)
          .thenComparing(Finding::subject)
          .thenComparing(finding -> finding.message().oneLine());

  /**
   * @throws IllegalArgumentException if the rank is not within 0 and 100
   */
  public Finding {
    if (!(rank >= 0 && rank <= 100)) {
      throw new IllegalArgumentException("rank " + rank);
    }
    related = List.copyOf(related);
    assumptions = List.copyOf(assumptions);
    proposals = List.copyOf(proposals);
  }

  /** A finding that nobody knows how to mend. */
  public Finding(
      RuleInfo rule,
      Severity severity,
      Message message,
      Site site,
      String declaration,
      String subject,
      List<Related> related,
      @Nullable Witness witness,
      boolean confirmed,
      double rank,
      List<String> assumptions) {
    this(
        rule,
        severity,
        message,
        site,
        declaration,
        subject,
        related,
        witness,
        confirmed,
        rank,
        assumptions,
        List.of(),
        null);
  }

  /** The same finding after its proposals have been tried. */
  public Finding with(@Nullable Fix found) {
    return copy(rule, severity, declaration, List.of(), found);
  }

  /** The same finding, told where it lies. */
  public Finding in(Declarations declarations) {
    return copy(rule, severity, declarations.around(site), proposals, fix);
  }

  /** The same finding, as a project with other levels sees it. */
  public Finding as(RuleInfo otherRule, Severity otherSeverity) {
    return copy(otherRule, otherSeverity, declaration, proposals, fix);
  }

  private Finding copy(
      RuleInfo otherRule,
      Severity otherSeverity,
      String otherDeclaration,
      List<Proposal> otherProposals,
      @Nullable Fix otherFix) {
    return new Finding(
        otherRule,
        otherSeverity,
        message,
        site,
        otherDeclaration,
        subject,
        related,
        witness,
        confirmed,
        rank,
        assumptions,
        otherProposals,
        otherFix);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
