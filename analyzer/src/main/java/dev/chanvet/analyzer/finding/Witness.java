package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A schedule that reaches a defect: the steps in the order in which they run, and how each
 * goroutine ends.
 *
 * @param entry the function that the first goroutine runs: {@code shop.Orders.main}; empty if it is
 *     not known
 * @param ends one for every goroutine of the steps, by its number
 */
public record Witness(String entry, List<WitnessStep> steps, List<GoroutineEnd> ends) {

  /** A schedule from an entry that is not known. */
  public Witness(List<WitnessStep> steps, List<GoroutineEnd> ends) {
    this("", steps, ends);
  }

  public Witness {
    steps = List.copyOf(steps);
    ends = List.copyOf(ends);
  }

  /**
   * All in one row, for readers that know steps only: the steps, then where goroutines are left for
   * good. An operation that throws is one step.
   *
   * @param place whoever is left there comes last
   */
  public List<WitnessStep> story(Site place) {
    List<WitnessStep> story = new ArrayList<>(steps);
    List<WitnessStep> atThePlace = new ArrayList<>();
    for (GoroutineEnd end : ends) {
      Site site = end.site();
      if (site == null) {
        continue;
      }
      String message = end.message();
      if (end.state() == GoroutineEnd.State.PANICKED
          && !story.isEmpty()
          && story.getLast().goroutine() == end.goroutine()
          && story.getLast().site().equals(site)) {
        message = story.removeLast().message() + " and " + message;
      }
      WitnessStep last = new WitnessStep(end.goroutine(), end.goroutineName(), site, message);
      (site.equals(place) ? atThePlace : story).add(last);
    }
    story.addAll(atThePlace);
    return List.copyOf(story);
  }

  /** The names of the goroutines by their numbers, in the order in which they appear. */
  public SequencedMap<Integer, String> goroutines() {
    SequencedMap<Integer, String> names = new LinkedHashMap<>();
    steps.forEach(step -> names.putIfAbsent(step.goroutine(), step.goroutineName()));
    ends.forEach(end -> names.putIfAbsent(end.goroutine(), end.goroutineName()));
    return names;
  }
}
