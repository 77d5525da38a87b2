package dev.chanvet.analyzer.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/**
 * The least solution of a dataflow problem, by a worklist (Kildall 1973). The direction is the
 * caller's: for a backward problem, hand over the graph with its edges turned round.
 */
public final class Fixpoint {
  private Fixpoint() {}

  /**
   * Solves one problem.
   *
   * @param nodes how many nodes there are, numbered from 0
   * @param predecessors the nodes whose output reaches a node
   * @param successors the nodes that a node's output reaches
   * @return the fact after each node
   */
  public static <F> List<F> solve(
      int nodes,
      IntFunction<List<Integer>> predecessors,
      IntFunction<List<Integer>> successors,
      Lattice<F> lattice,
      Transfer<F> transfer) {
    List<F> after = new ArrayList<>(nodes);
    PriorityQueue<Integer> work = new PriorityQueue<>();
    boolean[] queued = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      after.add(lattice.bottom());
      work.add(node);
      queued[node] = true;
    }
    while (!work.isEmpty()) {
      int node = work.remove();
      queued[node] = false;
      F before = lattice.bottom();
      for (int predecessor : predecessors.apply(node)) {
        before = lattice.join(before, after.get(predecessor));
      }
      F result = transfer.apply(node, before);
      if (!result.equals(after.get(node))) {
        after.set(node, result);
        for (int successor : successors.apply(node)) {
          if (!queued[successor]) {
            queued[successor] = true;
            work.add(successor);
          }
        }
      }
    }
    return after;
  }
}
