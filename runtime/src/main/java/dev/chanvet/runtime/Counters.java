package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.Counting;

/**
 * What the runtime has done since the JVM started, if it counts: {@code
 * -Ddev.chanvet.counters=true}. Otherwise all is zero, and costs nothing.
 *
 * @param sends values sent
 * @param receives values received
 * @param selects selects
 * @param parks how often somebody slept in a channel, a select or a wait group
 * @param started goroutines started
 * @param ended goroutines ended
 * @param leaked goroutines that a {@link LeakCheck} found
 */
public record Counters(
    long sends, long receives, long selects, long parks, long started, long ended, long leaked) {

  /** Returns the counts of now; those of goroutines that run meanwhile may be missing. */
  public static Counters now() {
    return new Counters(
        Counting.SENDS.sum(),
        Counting.RECEIVES.sum(),
        Counting.SELECTS.sum(),
        Counting.PARKS.sum(),
        Counting.STARTED.sum(),
        Counting.ENDED.sum(),
        Counting.LEAKED.sum());
  }
}
