package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;

/**
 * The fields that something else than a constructor or an initializer assigns: only these can
 * change while two goroutines see them.
 */
public final class MutableFields {
  private final FieldSet fields;

  /** Collects the fields that the functions of a program assign. */
  public MutableFields(Hierarchy hierarchy) {
    this.fields = new FieldSet(hierarchy);
    for (Function function : hierarchy.program().functions()) {
      boolean initializes =
          function.kind() == Function.Kind.CONSTRUCTOR
              || function.kind() == Function.Kind.STATIC_INITIALIZER;
      for (BasicBlock block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.StoreStatic store && !initializes) {
            fields.add(store.field());
          } else if (instruction instanceof Instruction.StoreField store
              && !(initializes && store.object().equals(function.self()))
              && !isSynthetic(store.field().name())) {
            fields.add(store.field());
          }
        }
      }
    }
  }

  private static boolean isSynthetic(String field) {
    return field.startsWith("val$") || field.startsWith("this$");
  }

  /** Whether a field may change after its object's construction. */
  public boolean contains(FieldRef field) {
    return fields.contains(field);
  }
}
