package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Program;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of fields that something else than a constructor or an initializer assigns: only these
 * can change while two goroutines see them. By name, so fields of one name share the answer (over).
 */
public final class MutableFields {
  private final Set<String> names = new HashSet<>();

  /** Collects the fields that {@code program}'s functions assign. */
  public MutableFields(Program program) {
    for (Function function : program.functions()) {
      boolean initializes =
          function.kind() == Function.Kind.CONSTRUCTOR
              || function.kind() == Function.Kind.STATIC_INITIALIZER;
      for (BasicBlock block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.StoreStatic store && !initializes) {
            names.add(store.field().name());
          } else if (instruction instanceof Instruction.StoreField store
              && !(initializes && store.object().equals(function.self()))
              && !isSynthetic(store.field().name())) {
            names.add(store.field().name());
          }
        }
      }
    }
  }

  private static boolean isSynthetic(String field) {
    return field.startsWith("val$") || field.startsWith("this$");
  }

  /** Whether a field of that name may change after its object's construction. */
  public boolean contains(String field) {
    return names.contains(field);
  }
}
