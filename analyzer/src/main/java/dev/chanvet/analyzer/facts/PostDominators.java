package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Operands;
import java.util.BitSet;
import java.util.List;

/**
 * For each block of a function, the first one that every way from it to the function's end passes,
 * aside from exceptions that its instructions may throw. A block that can only run for ever has
 * none, nor has one from which ways lead to different ends.
 */
final class PostDominators {
  private final int[] nearest;

  private PostDominators(int[] nearest) {
    this.nearest = nearest;
  }

  /** Solves one function, by rounds over sets: functions are small. */
  static PostDominators of(Function function) {
    List<BasicBlock> blocks = function.blocks();
    int n = blocks.size();
    BitSet[] after = new BitSet[n];
    for (int i = 0; i < n; i++) {
      after[i] = new BitSet(n);
      after[i].set(0, n);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = n - 1; i >= 0; i--) {
        BitSet meet = new BitSet(n);
        List<Integer> targets = Operands.targets(blocks.get(i).terminator());
        for (int t = 0; t < targets.size(); t++) {
          if (t == 0) {
            meet.or(after[targets.get(t)]);
          } else {
            meet.and(after[targets.get(t)]);
          }
        }
        meet.set(i);
        if (!meet.equals(after[i])) {
          after[i] = meet;
          changed = true;
        }
      }
    }
    BitSet ending = ending(blocks);
    int[] nearest = new int[n];
    for (int i = 0; i < n; i++) {
      nearest[i] = -1;
      int most = 0;
      if (ending.get(i)) {
        for (int j = after[i].nextSetBit(0); j >= 0; j = after[i].nextSetBit(j + 1)) {
          // The nearest of them is the one that all the others come after as well.
          if (j != i && after[j].cardinality() > most) {
            most = after[j].cardinality();
            nearest[i] = j;
          }
        }
      }
    }
    return new PostDominators(nearest);
  }

  /** The blocks from which some way leads to the end of the function. */
  private static BitSet ending(List<BasicBlock> blocks) {
    BitSet ending = new BitSet();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (BasicBlock block : blocks) {
        List<Integer> targets = Operands.targets(block.terminator());
        if (!ending.get(block.index())
            && (targets.isEmpty() || targets.stream().anyMatch(ending::get))) {
          ending.set(block.index());
          changed = true;
        }
      }
    }
    return ending;
  }

  /** The block, or -1 if there is none. */
  int nearest(int block) {
    return nearest[block];
  }
}
