package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.source.Site;

/**
 * Something that a goroutine did on the way to a state: one line of a trace.
 *
 * @param goroutine who
 * @param site where in user code
 * @param text what: {@code sends to results}
 * @param choice whether this is an assumption about an unknown value rather than an operation
 * @param starts the goroutine that it started, or 0
 */
public record Event(int goroutine, Site site, String text, boolean choice, int starts) {
  Event(int goroutine, Site site, String text) {
    this(goroutine, site, text, false, 0);
  }

  /** A test whose outcome, or a call whose failure, the program's text does not decide. */
  static Event choice(int goroutine, Site site, String text) {
    return new Event(goroutine, site, text, true, 0);
  }

  /** The start of another goroutine. */
  static Event start(int goroutine, Site site, int started) {
    return new Event(goroutine, site, "starts goroutine " + started, false, started);
  }

  /** A test whose outcome the program's text does not decide. */
  static Event choice(int goroutine, Site site, boolean outcome) {
    return choice(goroutine, site, outcome ? "is true" : "is false");
  }
}
