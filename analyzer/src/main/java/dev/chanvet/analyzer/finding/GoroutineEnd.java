package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Site;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a goroutine when the schedule is over.
 *
 * @param goroutine its number in the steps
 * @param site the operation that blocks it or panicked; null if it ended
 * @param message a line of its own: {@code blocked for ever in receive from 'results'}
 */
public record GoroutineEnd(
    int goroutine, String goroutineName, State state, @Nullable Site site, String message) {

  /** The states that a goroutine can be left in. */
  public enum State {
    /** It returned. */
    ENDED,
    /** It waits for something that cannot happen any more. */
    BLOCKED,
    /** It ended by an exception. */
    PANICKED,
    /** It could go on; the schedule stops because the defect has been reached. */
    RUNNING;

    /** The name in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
