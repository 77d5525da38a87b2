package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Site;

/**
 * A place that explains a finding.
 *
 * @param message what is there: {@code the channel is made here}
 */
public record Related(Site site, String message) {}
