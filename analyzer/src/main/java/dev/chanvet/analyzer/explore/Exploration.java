package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.source.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What exploring from one root brought to light.
 *
 * @param root where execution began
 * @param stuck situations in which goroutines are stuck for good, the nearest first
 * @param crashes operations that threw, each with the way there, the nearest first
 * @param closes channels closed while another goroutine may still send, by one that only received
 * @param arms what was seen of each select arm, in order of source
 * @param observations what else rules may object to
 * @param complete whether every interleaving within the assumptions was visited
 * @param scaled whether large constants of the program were moved together
 * @param states how many states were visited
 * @param failure what stopped the machine itself; null if nothing did
 */
public record Exploration(
    Root root,
    List<Stuck> stuck,
    List<Crash> crashes,
    List<ReceiverClose> closes,
    List<ArmUse> arms,
    Observations observations,
    boolean complete,
    boolean scaled,
    int states,
    @Nullable String failure) {
  public Exploration {
    stuck = List.copyOf(stuck);
    crashes = List.copyOf(crashes);
    closes = List.copyOf(closes);
    arms = List.copyOf(arms);
  }

  /** An exploration that the machine itself could not finish: nothing is claimed from it. */
  static Exploration failed(Root root, String reason) {
    return new Exploration(
        root,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Observations.NONE,
        false,
        false,
        0,
        reason);
  }

  /**
   * The same, but that it shows nothing else than some situations and some operations that threw.
   */
  Exploration only(List<Stuck> situations, List<Crash> thrown) {
    return new Exploration(
        root,
        situations,
        thrown,
        List.of(),
        List.of(),
        Observations.NONE,
        complete,
        scaled,
        states,
        failure);
  }

  /** An operation that threw, and the way there. */
  public record Crash(Fault fault, Trace trace) {}

  /**
   * A close by a goroutine that has only received from the channel, while another one may still
   * send.
   *
   * @param closing the close
   * @param channel where the channel was made
   * @param sender where the goroutine that may send was started; null for the root's own
   */
  public record ReceiverClose(Event closing, Origin channel, @Nullable Site sender, Trace trace) {}

  /**
   * What was seen of one arm of a select, over all states.
   *
   * @param site where the arm is written
   * @param select where it is selected from
   * @param everAlive whether its channel was neither null nor nil in some state
   * @param everUnknown whether nothing was known of its channel in some state, so that it is null
   *     by assumption in others
   * @param ownerAlive whether some arm of that select was alive in some state
   * @param trace the way to the first state that selects from it
   */
  public record ArmUse(
      Site site,
      Site select,
      boolean everAlive,
      boolean everUnknown,
      boolean ownerAlive,
      Trace trace) {}
}
