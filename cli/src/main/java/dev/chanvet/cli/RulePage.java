package dev.chanvet.cli;

import dev.chanvet.analyzer.finding.RuleInfo;

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
            rule.summary(),
            rule.doc().strip(),
            rule.id(),
            rule.id());
  }
}
