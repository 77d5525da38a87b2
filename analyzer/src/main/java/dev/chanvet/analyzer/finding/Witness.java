package dev.chanvet.analyzer.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A schedule that reaches a defect: the steps in the order in which they run, and how each
 * goroutine ends.
 *
 * @param ends one for every goroutine of the steps, by its number
 */
public record Witness(List<WitnessStep> steps, List<GoroutineEnd> ends) {

  public Witness {
    steps = List.copyOf(steps);
    ends = List.copyOf(ends);
  }

  /** The names of the goroutines by their numbers, in the order in which they appear. */
  public SequencedMap<Integer, String> goroutines() {
    SequencedMap<Integer, String> names = new LinkedHashMap<>();
    steps.forEach(step -> names.putIfAbsent(step.goroutine(), step.goroutineName()));
    ends.forEach(end -> names.putIfAbsent(end.goroutine(), end.goroutineName()));
    return names;
  }
}
