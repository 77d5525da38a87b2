package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.source.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shortest way from a root to a state.
 *
 * @param events what happened, in order
 */
public record Trace(List<Event> events) {
  public Trace {
    events = List.copyOf(events);
  }

  /** The number of assumptions about unknown values on the way. */
  public int choices() {
    return (int) events.stream().filter(Event::choice).count();
  }

  /** Where a goroutine was started; null for the root's own. */
  public @Nullable Site startedAt(int goroutine) {
    for (Event event : events) {
      if (event.starts() == goroutine) {
        return event.site();
      }
    }
    return null;
  }
}
