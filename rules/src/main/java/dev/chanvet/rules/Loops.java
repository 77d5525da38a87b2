package dev.chanvet.rules;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Operands;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Which code can run again after itself. */
public final class Loops {
  private Loops() {}

  /** Whether a loop of {@code function} contains {@code block}. */
  public static boolean contain(Function function, int block) {
    return reach(function, block).get(block);
  }

  /** The blocks that can run after {@code block}, exceptions left out. */
  public static BitSet reach(Function function, int block) {
    BitSet seen = new BitSet();
    Deque<Integer> work =
        new ArrayDeque<>(Operands.targets(function.blocks().get(block).terminator()));
    while (!work.isEmpty()) {
      int at = work.remove();
      if (!seen.get(at)) {
        seen.set(at);
        work.addAll(Operands.targets(function.blocks().get(at).terminator()));
      }
    }
    return seen;
  }
}
