package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Function;
import java.util.List;

/**
 * What was visited from one root, in words: for people who want to see why something is reported,
 * or is not.
 *
 * @param root where execution began
 * @param model the functions of user code that ran, without what does not matter to channels
 * @param states in the order in which they were found
 * @param steps from state to state
 * @param cut how many states were not followed, because of the bound
 * @param complete whether nothing else was given up either
 */
public record StateSpace(
    Root root,
    List<Function> model,
    List<Snapshot> states,
    List<Move> steps,
    int cut,
    boolean complete) {

  public StateSpace {
    model = List.copyOf(model);
    states = List.copyOf(states);
    steps = List.copyOf(steps);
  }

  /** What a state is among the others. */
  public enum Fate {
    /** Something can happen. */
    GOES_ON,
    /** Everybody has ended. */
    END,
    /** Nobody can move any more, and somebody has not ended. */
    STUCK,
    /** The program ends here, by an exception or by itself. */
    CRASH,
    /** What follows has not been looked at. */
    CUT
  }

  /**
   * A state.
   *
   * @param start whether execution begins with it
   * @param goroutines a line for each that is there
   * @param objects a line for each channel, counter, lock and shared field
   */
  public record Snapshot(
      int number, boolean start, List<String> goroutines, List<String> objects, Fate fate) {
    public Snapshot {
      goroutines = List.copyOf(goroutines);
      objects = List.copyOf(objects);
    }
  }

  /**
   * A step.
   *
   * @param from the number of the state before it
   * @param to the number of the state behind it
   * @param what happens; goroutines are called as in the state before it
   */
  public record Move(int from, int to, String what) {}

  /** The steps that lead from a state. */
  public List<Move> from(int state) {
    return steps.stream().filter(step -> step.from() == state).toList();
  }
}
