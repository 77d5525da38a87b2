package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Site;

/**
 * One step of a schedule.
 *
 * @param goroutine which goroutine takes it, from 0, the one that the schedule starts with
 * @param goroutineName how to call it: {@code main}, {@code goroutine 1}
 * @param message what it does: {@code sends 1 to 'results'}
 */
public record WitnessStep(int goroutine, String goroutineName, Site site, String message) {}
