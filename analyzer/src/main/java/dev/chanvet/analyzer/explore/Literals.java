package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The registers that hold a constant of the source and nothing else. An unknown number that is
 * compared with such a constant is only asked that question; compared with a variable (a loop's),
 * it is a count, and tried out.
 */
final class Literals {
  private final Map<FunctionId, BitSet> known = new HashMap<>();

  /** The indices of such registers in {@code function}. */
  BitSet of(Function function) {
    return known.computeIfAbsent(function.id(), id -> collect(function));
  }

  private static BitSet collect(Function function) {
    BitSet constants = new BitSet();
    BitSet others = new BitSet();
    function.parameters().forEach(parameter -> others.set(parameter.register().index()));
    for (BasicBlock block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction.target() != null) {
          (instruction instanceof Instruction.Constant ? constants : others)
              .set(instruction.target().index());
        }
      }
    }
    constants.andNot(others);
    return constants;
  }
}
