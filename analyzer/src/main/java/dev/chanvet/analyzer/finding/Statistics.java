package dev.chanvet.analyzer.finding;

import java.time.Duration;

/**
 * How much was looked at. Times never get into a report that has to be the same each time.
 *
 * @param files all files that were asked for
 * @param analysedFiles those that have to do with channels, and were parsed
 * @param functions functions that were lowered from them
 * @param roots entries that were explored
 * @param states states that were visited
 */
public record Statistics(
    int files, int analysedFiles, int functions, int roots, long states, Duration time) {

  /** Nothing was looked at. */
  public static final Statistics NONE = new Statistics(0, 0, 0, 0, 0, Duration.ZERO);
}
