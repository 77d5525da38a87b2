package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.source.Site;
import org.jspecify.annotations.Nullable;

/**
 * Where an object was made: the innermost user code, and the variable or field that it was assigned
 * to at once, if any.
 *
 * @param maker what user code called there: {@code Context.withCancel}; empty if it is no call
 */
public record Origin(Site site, @Nullable String name, String maker) {
  Origin(Site site, @Nullable String name) {
    this(site, name, "");
  }
}
