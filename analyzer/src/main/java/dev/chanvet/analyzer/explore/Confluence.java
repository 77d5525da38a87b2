package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Operands;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Paths between two transitions that have come to the same: of them, the first goes on and stands
 * for the others. Where much is unknown there are exponentially many paths, a loop over unknown
 * elements has no end, and both come to few states.
 *
 * <p>Looked for where control flow joins, and only once there are many paths, for as long as it
 * pays: a look costs as much as some hundred steps. What has happened on the way has to be the same
 * as well.
 */
final class Confluence {
  /** As many paths are followed without looking. */
  private static final int FEW = 32;

  /** As many looks may be in vain, and as many more for each path that another one stands for. */
  private static final int PATIENCE = 64;

  private static final int WORTH = 16;

  /** A state in the middle of a transition, and what the transition has brought so far. */
  private record Met(
      Key key,
      List<Boolean> flags,
      List<Fault> faults,
      List<Observation> observations,
      List<ArmUses.View> armViews) {}

  private final LiveRegisters live;
  private final Interner interner = new Interner();
  private final Map<Function, BitSet> joins = new IdentityHashMap<>();
  private final Set<Met> met = new HashSet<>();
  private final Set<FunctionId> entered = new HashSet<>();
  private int paths;
  private int patience;

  Confluence(LiveRegisters live) {
    this.live = live;
  }

  /** Forgets the paths of the transition before. */
  void begin() {
    met.clear();
    paths = 0;
    patience = PATIENCE;
  }

  /** Counts the paths into which one has split. */
  void split(int more) {
    paths += more;
  }

  /** The functions that were entered on paths that others stand for. */
  Set<FunctionId> entered() {
    return entered;
  }

  /**
   * Whether another path has come to the same as {@code state}, whose goroutine has just made a
   * step.
   *
   * @param depth how many frames the goroutine had before that step
   */
  boolean hasMet(State state, Goroutine goroutine, int depth) {
    if (paths < FEW || patience == 0 || !isJoin(goroutine, depth) || !isOrdinary(state)) {
      return false;
    }
    patience--;
    boolean known =
        !met.add(
            new Met(
                Canonical.of(state, interner, live).key(),
                flags(state),
                List.copyOf(state.faults),
                List.copyOf(state.observations),
                List.copyOf(state.armViews)));
    if (known) {
      patience += WORTH;
      entered.addAll(state.entered);
    }
    return known;
  }

  /** Whether control may have come from several places to where the goroutine is. */
  private boolean isJoin(Goroutine goroutine, int depth) {
    if (!goroutine.isRunning() || goroutine.stack.isEmpty()) {
      return false;
    }
    Frame frame = goroutine.top();
    return goroutine.stack.size() < depth
        || (frame.position == 0 && joins(frame.function).get(frame.block));
  }

  private BitSet joins(Function function) {
    return joins.computeIfAbsent(
        function,
        f -> {
          BitSet once = new BitSet();
          BitSet several = new BitSet();
          for (BasicBlock block : f.blocks()) {
            for (int successor : Operands.successors(block)) {
              (once.get(successor) ? several : once).set(successor);
            }
          }
          return several;
        });
  }

  /** Whether nothing is under way that a key says nothing about. */
  private static boolean isOrdinary(State state) {
    return state.closings.isEmpty()
        && state.returned == null
        && state.goroutines.stream()
            .flatMap(goroutine -> goroutine.stack.stream())
            .noneMatch(frame -> frame.pure);
  }

  private static List<Boolean> flags(State state) {
    List<Boolean> flags =
        new ArrayList<>(List.of(state.worked, state.wide, state.failed, state.guessed));
    for (Goroutine goroutine : state.goroutines) {
      flags.add(goroutine.cleared);
      flags.add(goroutine.paused);
    }
    return flags;
  }
}
