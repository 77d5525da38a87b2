package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.source.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen on the way that blocks nobody and throws nothing, but that a rule may object to.
 * Each list is in order of discovery, one entry a place.
 *
 * @param leftovers timers that outlive everybody who could stop them
 */
public record Observations(List<Leftover> leftovers) {
  public Observations {
    leftovers = List.copyOf(leftovers);
  }

  /**
   * A context with a deadline, or a ticker, that nobody can end any more.
   *
   * @param origin where it was made
   * @param waitedAt of a context: where a goroutine waits for its end
   * @param waiter where that goroutine was started
   */
  public record Leftover(
      Origin origin, @Nullable Site waitedAt, @Nullable Site waiter, Trace trace) {}
}
