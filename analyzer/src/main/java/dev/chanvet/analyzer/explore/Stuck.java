package dev.chanvet.analyzer.explore;

import java.util.List;

/**
 * A reachable situation in which some goroutines can never move again.
 *
 * @param blocked these goroutines
 * @param alive how many goroutines go on, or wait for the environment
 * @param trace the way there
 */
public record Stuck(List<Blocked> blocked, int alive, Trace trace) {
  public Stuck {
    blocked = List.copyOf(blocked);
  }
}
