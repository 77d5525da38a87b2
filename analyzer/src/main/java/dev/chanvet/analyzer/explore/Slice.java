package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.Harmless;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Register;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Functions as people need to see them: without the instructions that only compute what does not
 * matter. For reading; what runs is always the whole function.
 */
final class Slice {
  private final CallGraph calls;
  private final Summaries summaries;

  Slice(CallGraph calls, Summaries summaries) {
    this.calls = calls;
    this.summaries = summaries;
  }

  /** Whether others cannot notice that the function runs. */
  boolean isIdle(Function function) {
    return summaries.of(function.id()).isEmpty();
  }

  Function of(Function function) {
    Set<Register> needed = needed(function);
    List<BasicBlock> blocks = new ArrayList<>();
    for (BasicBlock block : function.blocks()) {
      List<Instruction> kept =
          block.instructions().stream()
              .filter(instruction -> acts(instruction) || needed.contains(instruction.target()))
              .toList();
      blocks.add(new BasicBlock(block.index(), kept, block.terminator(), block.handlers()));
    }
    return new Function(
        function.id(),
        function.kind(),
        function.owner(),
        function.name(),
        function.self(),
        function.parameters(),
        function.varargs(),
        function.modifiers(),
        function.registerCount(),
        blocks,
        function.site());
  }

  /** The registers that instructions which act read, and those that they are computed from. */
  private Set<Register> needed(Function function) {
    Set<Register> needed = new HashSet<>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (BasicBlock block : function.blocks()) {
        changed |= needed.addAll(Operands.of(block.terminator()));
        for (Instruction instruction : block.instructions()) {
          if (acts(instruction) || needed.contains(instruction.target())) {
            changed |= needed.addAll(Operands.of(instruction));
          }
        }
      }
    }
    return needed;
  }

  /** Whether an instruction matters although its result does not. */
  private boolean acts(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Constant i -> false;
      case Instruction.Unknown i -> false;
      case Instruction.Copy i -> false;
      case Instruction.Compute i -> false;
      case Instruction.Cast i -> false;
      case Instruction.TypeTest i -> false;
      case Instruction.NewObject i -> false;
      case Instruction.NewArray i -> false;
      case Instruction.LoadField i -> false;
      case Instruction.LoadStatic i -> false;
      case Instruction.LoadElement i -> false;
      case Instruction.ArrayLength i -> false;
      case Instruction.MakeClosure i -> false;
      case Instruction.MakeMethodReference i -> false;
      case Instruction.StoreField i -> true;
      case Instruction.StoreStatic i -> true;
      case Instruction.StoreElement i -> true;
      case Instruction.Perform i -> true;
      case Instruction.Iterate i -> true;
      case Instruction.EnterMonitor i -> true;
      case Instruction.ExitMonitor i -> true;
      case Invoke i -> acts(i);
    };
  }

  private boolean acts(Invoke invoke) {
    List<Function> targets = calls.targets(invoke);
    return targets.isEmpty() ? !Harmless.call(invoke) : !targets.stream().allMatch(this::isIdle);
  }
}
