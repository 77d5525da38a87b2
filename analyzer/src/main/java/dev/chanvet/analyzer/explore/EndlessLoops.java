package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Handler;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Terminator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which goroutines are in a loop that was never meant to end: a service's, a generator's. */
final class EndlessLoops {
  private final Hierarchy hierarchy;

  EndlessLoops(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Whether some function on its stack can only be left by an exception from here. */
  boolean holds(Goroutine goroutine) {
    for (Frame frame : goroutine.stack) {
      if (!hierarchy.isModel(frame.function.owner()) && !canReturn(frame)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A handler that the wait is not inside of counts as a way out: {@code try { read(); } catch
   * (EOFException e) { return; }}. One around the wait is for failure or interruption.
   */
  private boolean canReturn(Frame frame) {
    List<BasicBlock> blocks = frame.function.blocks();
    Set<Integer> around = new HashSet<>();
    blocks.get(frame.block).handlers().forEach(handler -> around.add(handler.target()));
    BitSet seen = new BitSet();
    List<Integer> work = new ArrayList<>(List.of(frame.block));
    while (!work.isEmpty()) {
      int block = work.removeLast();
      if (!seen.get(block)) {
        seen.set(block);
        if (blocks.get(block).terminator() instanceof Terminator.Return) {
          return true;
        }
        work.addAll(Operands.targets(blocks.get(block).terminator()));
        blocks.get(block).handlers().stream()
            .filter(handler -> !around.contains(handler.target()) && !catchesInterrupt(handler))
            .forEach(handler -> work.add(handler.target()));
      }
    }
    return false;
  }

  private boolean catchesInterrupt(Handler handler) {
    return handler.catchesAll()
        || handler.types().stream()
            .anyMatch(type -> hierarchy.inherits("java.lang.InterruptedException", type.name()));
  }
}
