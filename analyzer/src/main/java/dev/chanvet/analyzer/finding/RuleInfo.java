package dev.chanvet.analyzer.finding;

import java.util.List;

/**
 * What there is to know about a rule besides how it decides.
 *
 * @param id words joined by hyphens that read after "allow", such as {@code double-close}
 * @param name the id as a title, such as {@code Double close}
 * @param severity of a finding that says nothing else
 * @param summary what is reported: one sentence in lower case, without a full stop
 * @param doc Markdown: why it is wrong, a wrong and a right example, what is not reported
 * @param tags words to search by, such as {@code concurrency}; at most 20
 * @param enabled whether the rule runs unless it was asked for by name
 */
public record RuleInfo(
    String id,
    String name,
    Severity severity,
    String summary,
    String doc,
    List<String> tags,
    boolean enabled)
    implements Comparable<RuleInfo> {

  /**
   * @throws IllegalArgumentException if the id is not made of lower-case words joined by hyphens
   */
  public RuleInfo {
    if (!id.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("not a rule id: " + id);
    }
    tags = List.copyOf(tags);
  }

  /** A rule that is on by default and is named as its id says: {@code Double close}. */
  public static RuleInfo of(
      String id, Severity severity, String summary, String doc, List<String> tags) {
    String words = id.replace('-', ' ');
    String name = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return new RuleInfo(id, name, severity, summary, doc, tags, true);
  }

  /** The same rule, run only if it is asked for by name. */
  public RuleInfo offByDefault() {
    return new RuleInfo(id, name, severity, summary, doc, tags, false);
  }

  /** The same rule with another severity. */
  public RuleInfo withSeverity(Severity other) {
    return new RuleInfo(id, name, other, summary, doc, tags, enabled);
  }

  /** What to type to have the rule explained: needs no network, and fits this version. */
  public String help() {
    return "chanvet explain " + id;
  }

  @Override
  public int compareTo(RuleInfo other) {
    return id.compareTo(other.id);
  }
}
