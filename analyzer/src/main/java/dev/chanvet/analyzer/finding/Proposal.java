package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Site;
import org.jspecify.annotations.Nullable;

/**
 * A way to mend a finding that nobody has tried yet: what a rule thinks of, before the text is
 * edited and analysed again.
 *
 * @param site what is to be changed
 * @param other another place that has to do with it; null if there is none
 */
public record Proposal(Kind kind, Site site, @Nullable Site other) {
  /** What to do. */
  public enum Kind {
    /** Take the call at the site away, since that at the other place does the same. */
    REMOVE_STATEMENT,
    /** Give the channel that is made at the site room for one value. */
    ROOM_FOR_ONE,
    /** Close the channel that is made at the site after all that is sent to it. */
    CLOSE_AFTER_SENDS,
    /** Make what is made at the site in a try-with-resources statement. */
    CLOSE_AT_END,
    /** Do the call at the site before the goroutine is started that does it now. */
    BEFORE_START,
    /** Start the thread that is made at the site. */
    START
  }
}
