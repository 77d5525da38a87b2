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
 * @param sender the goroutine that hands over what is received here, or 0
 */
public record Event(int goroutine, Site site, String text, boolean choice, int starts, int sender) {
  private static final String END = "ends with ";

  Event(int goroutine, Site site, String text) {
    this(goroutine, site, text, false, 0, 0);
  }

  /** A test whose outcome, or a call whose failure, the program's text does not decide. */
  static Event choice(int goroutine, Site site, String text) {
    return new Event(goroutine, site, text, true, 0, 0);
  }

  /** The start of another goroutine. */
  static Event start(int goroutine, Site site, int started) {
    return new Event(goroutine, site, "starts goroutine " + started, false, started, 0);
  }

  /** A receive of a value directly from the goroutine that sends it. */
  static Event receive(int goroutine, Site site, String channel, int sender) {
    String text = "receives from " + channel + ", sent by goroutine " + sender;
    return new Event(goroutine, site, text, false, 0, sender);
  }

  /** A goroutine's end by an exception that nobody catches. */
  static Event end(int goroutine, Site site, String exception) {
    return new Event(goroutine, site, END + exception);
  }

  /** Whether it is a goroutine's end by an exception. */
  public boolean isEnd() {
    return text.startsWith(END);
  }

  /** A test whose outcome the program's text does not decide. */
  static Event choice(int goroutine, Site site, boolean outcome) {
    return choice(goroutine, site, outcome ? "is true" : "is false");
  }
}
