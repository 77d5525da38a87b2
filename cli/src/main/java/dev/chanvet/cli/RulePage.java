package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.RuleInfo;
import java.util.List;

/** A rule's page: what {@code chanvet explain} prints and what stands in {@code docs/rules}. */
final class RulePage {
  private RulePage() {}

  /** Markdown. */
  static String of(RuleInfo rule) {
    return """
    # %s

    `%s` - %s%s

    %s

    %s

    ## Allowing it

    ```java
    // chanvet:allow %s - why it is right here
    ```

    on the line or the line above it, or `@SuppressWarnings("chanvet:%s")` on a declaration.
    """
        .formatted(
            rule.name(),
            rule.id(),
            rule.severity().label(),
            rule.enabled() ? "" : ", off unless it is selected",
            sentence(rule.summary()),
            rule.doc().strip(),
            rule.id(),
            rule.id());
  }

  /** The page that leads to all others. */
  static String index(List<RuleInfo> rules) {
    StringBuilder page =
        new StringBuilder("# The rules\n\n| rule | level | reported |\n|---|---|---|\n");
    for (RuleInfo rule : rules) {
      String level = rule.severity().label() + (rule.enabled() ? "" : ", off");
      page.append(
          "| [`%s`](%s.md) | %s | %s |\n"
              .formatted(rule.id(), rule.id(), level, sentence(rule.summary())));
    }
    return page.toString();
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
