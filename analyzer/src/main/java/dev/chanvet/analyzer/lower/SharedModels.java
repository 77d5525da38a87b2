package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.ProgramPart;
import dev.chanvet.analyzer.syntax.DeclaredType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** What one program takes from a library whose models are lowered. */
final class SharedModels {
  private final LoweredLibrary library;
  private final ProgramBuilder program;
  private final Set<String> taken = new HashSet<>();

  SharedModels(LoweredLibrary library, ProgramBuilder program) {
    this.library = library;
    this.program = program;
  }

  /**
   * Takes the model that declares a type, and all that it needs.
   *
   * @return whether the type is one that can be taken; else the program has to lower it
   */
  boolean take(DeclaredType type) {
    if (!library.shares(type.unit()) || program.declaresIn(type.unit().packageName())) {
      return false;
    }
    Deque<String> open = new ArrayDeque<>();
    if (taken.add(type.unit().name())) {
      open.add(type.unit().name());
    }
    for (String model = open.poll(); model != null; model = open.poll()) {
      ProgramPart part = library.part(model);
      if (part != null) {
        program.add(part);
        part.needs().forEach(need -> need(need, open));
      }
    }
    return true;
  }

  private void need(String model, Deque<String> open) {
    if (program.declaresIn(model.substring(0, Math.max(0, model.lastIndexOf('.'))))) {
      program.index().find(model);
    } else if (taken.add(model)) {
      open.add(model);
    }
  }
}
