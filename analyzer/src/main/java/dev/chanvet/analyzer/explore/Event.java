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
  private static final String GIVES_UP = "gives up its task with ";
  private static final String LOSES = "loses what it offers to ";
  private static final String THROWS = "throws ";
  private static final String CALLS = "calls ";

  Event(int goroutine, Site site, String text) {
    this(goroutine, site, text, false, 0, 0);
  }

  /** A test whose outcome, or a call whose failure, the program's text does not decide. */
  static Event choice(int goroutine, Site site, String text) {
    return new Event(goroutine, site, text, true, 0, 0);
  }

  /** An offer that nobody takes, and whose result nobody looks at. */
  static Event loss(int goroutine, Site site, String channel) {
    return new Event(goroutine, site, LOSES + channel);
  }

  /** A call that throws, as its caller expects of it. */
  static Event failure(int goroutine, Site site, String exception) {
    return choice(goroutine, site, THROWS + exception);
  }

  /** A call that others may notice, and of which there is no more to say. */
  static String calls(String operation) {
    return CALLS + operation;
  }

  /** Whether it only says that something is called, and {@code next} says what that does. */
  public boolean isExplainedBy(Event next) {
    return text.startsWith(CALLS) && next.goroutine == goroutine && next.site.equals(site);
  }

  /** Whether a value was lost here unnoticed. */
  public boolean isLoss() {
    return text.startsWith(LOSES);
  }

  /** Whether it says so of the object that was made at {@code origin}. */
  public boolean concerns(Origin origin) {
    return text.endsWith(" " + Names.of(origin));
  }

  /** Whether an exception changed the goroutine's way here, or ended it. */
  public boolean isFailure() {
    return isEnd() || text.startsWith(GIVES_UP) || (choice && text.startsWith(THROWS));
  }

  /** The start of another goroutine. */
  static Event start(int goroutine, Site site, int started) {
    return new Event(goroutine, site, "starts goroutine " + started, false, started, 0);
  }

  /** A receive ({@code what}) of a value directly from the goroutine that sends it. */
  static Event receive(int goroutine, Site site, String what, int sender) {
    String text = what + ", sent by goroutine " + sender;
    return new Event(goroutine, site, text, false, 0, sender);
  }

  /** A goroutine's end by an exception that nobody catches. */
  static Event end(int goroutine, Site site, String exception) {
    return new Event(goroutine, site, END + exception);
  }

  /** The end of a task by an exception that its executor keeps. */
  static Event giveUp(int goroutine, Site site, String exception) {
    return new Event(goroutine, site, GIVES_UP + exception);
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
