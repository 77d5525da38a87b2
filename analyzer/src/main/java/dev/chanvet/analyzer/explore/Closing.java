package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.source.Site;

/** A channel that a transition closed. */
record Closing(int goroutine, Site site, Value channel) {}
