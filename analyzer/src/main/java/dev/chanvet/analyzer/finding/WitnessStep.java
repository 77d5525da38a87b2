package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Site;
import org.jspecify.annotations.Nullable;

/**
 * One step of a schedule.
 *
 * @param goroutine which goroutine takes it, from 0, the one that the schedule starts with
 * @param goroutineName how to call it: {@code main}, {@code goroutine 1}
 * @param message what it does: {@code sends 1 to 'results'}
 * @param arrow from whom to whom it passes something; null if it concerns one goroutine only
 */
public record WitnessStep(
    int goroutine, String goroutineName, Site site, String message, @Nullable Arrow arrow) {

  /** A step of one goroutine alone. */
  public WitnessStep(int goroutine, String goroutineName, Site site, String message) {
    this(goroutine, goroutineName, site, message, null);
  }

  /**
   * What passes between goroutines: a start, or a value.
   *
   * @param from who starts or sends
   * @param to who is started or receives
   */
  public record Arrow(int from, int to) {}
}
