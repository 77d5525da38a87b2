package dev.chanvet.analyzer.ir;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which registers are assigned wherever a block starts: a forward analysis that intersects over all
 * paths. An exception may come before the first instruction of a block, so its handlers start with
 * what the block started with.
 */
final class Definitions {
  private final Function function;
  private final @Nullable BitSet[] atStart;

  Definitions(Function function) {
    this.function = function;
    this.atStart = new BitSet[function.blocks().size()];
    solve();
  }

  private void solve() {
    BitSet given = new BitSet();
    if (function.self() != null) {
      given.set(function.self().index());
    }
    function.parameters().forEach(parameter -> given.set(parameter.register().index()));
    Deque<Integer> open = new ArrayDeque<>();
    reach(0, given, open);
    while (!open.isEmpty()) {
      BasicBlock block = function.blocks().get(open.pop());
      BitSet defined = (BitSet) start(block).clone();
      for (Handler handler : block.handlers()) {
        BitSet caught = (BitSet) defined.clone();
        caught.set(handler.exception().index());
        reach(handler.target(), caught, open);
      }
      for (Instruction instruction : block.instructions()) {
        define(instruction, defined);
      }
      for (int target : Operands.targets(block.terminator())) {
        reach(target, defined, open);
      }
    }
  }

  private BitSet start(BasicBlock block) {
    BitSet start = atStart[block.index()];
    if (start == null) {
      throw new IllegalStateException("a block that is not reached yet");
    }
    return start;
  }

  private void reach(int target, BitSet defined, Deque<Integer> open) {
    BitSet before = atStart[target];
    BitSet after = (BitSet) defined.clone();
    if (before != null) {
      after.and(before);
    }
    if (!after.equals(before)) {
      atStart[target] = after;
      open.push(target);
    }
  }

  private static void define(Instruction instruction, BitSet defined) {
    Register target = instruction.target();
    if (target != null) {
      defined.set(target.index());
    }
  }

  void check(List<String> violations) {
    for (BasicBlock block : function.blocks()) {
      String where = function.id() + " b" + block.index() + ": ";
      BitSet start = atStart[block.index()];
      if (start == null) {
        violations.add(where + "nothing leads here");
        continue;
      }
      BitSet defined = (BitSet) start.clone();
      for (Instruction instruction : block.instructions()) {
        report(Operands.of(instruction), defined, where + Printer.print(instruction), violations);
        define(instruction, defined);
      }
      Terminator end = block.terminator();
      report(Operands.of(end), defined, where + Printer.print(end), violations);
    }
  }

  private static void report(
      List<Register> read, BitSet defined, String where, List<String> violations) {
    for (Register register : read) {
      if (!defined.get(register.index())) {
        violations.add(where + ": " + register + " may be read before it is assigned");
      }
    }
  }
}
