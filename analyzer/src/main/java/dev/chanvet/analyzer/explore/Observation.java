package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.source.Site;

/** Something that happened on the way from a state to the next one, and that a rule may ask for. */
sealed interface Observation {
  /** A receive or a select gave null, because its channel is closed. */
  record NullReceived(int goroutine, Site site) implements Observation {}
}
