package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Static methods of a class that outsiders call to get an object of it. */
final class Factories {
  private Factories() {}

  /** Those of a class, in the order of its source. */
  static List<Function> of(String type, Hierarchy hierarchy) {
    return hierarchy.bodies(type).stream()
        .filter(f -> f.kind() == Function.Kind.METHOD && f.isStatic())
        .filter(f -> !f.modifiers().contains("private"))
        .filter(f -> returnsNew(type, f))
        .toList();
  }

  /** Whether it returns an object that it has made. */
  private static boolean returnsNew(String type, Function function) {
    Set<Register> made = new HashSet<>();
    for (boolean grows = true; grows; ) {
      grows = false;
      for (BasicBlock block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          grows |= isMade(type, instruction, made) && made.add(instruction.target());
        }
      }
    }
    return function.blocks().stream()
        .map(BasicBlock::terminator)
        .anyMatch(t -> t instanceof Terminator.Return end && made.contains(end.value()));
  }

  private static boolean isMade(String type, Instruction instruction, Set<Register> made) {
    return switch (instruction) {
      case Instruction.NewObject object -> object.type().name().equals(type);
      case Instruction.Copy copy -> made.contains(copy.source());
      default -> false;
    };
  }
}
