package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records that calls compare, be it to find them in a collection: all that they hold has a part in
 * it.
 */
final class ComparedRecords {
  /** Methods that compare what they are given with something, or with what a collection holds. */
  private static final Set<String> COMPARING =
      Set.of(
          "equals",
          "get",
          "getOrDefault",
          "contains",
          "containsKey",
          "indexOf",
          "remove",
          "putIfAbsent",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "merge");

  private final Program program;

  ComparedRecords(Program program) {
    this.program = program;
  }

  /** The components of the records that a call compares, those of records inside them included. */
  Set<FieldRef> components(Invoke invoke) {
    if (!COMPARING.contains(invoke.name())) {
      return Set.of();
    }
    Set<FieldRef> found = new LinkedHashSet<>();
    addComponents(invoke.owner(), found);
    invoke.argumentTypes().forEach(type -> addComponents(type, found));
    return found;
  }

  private void addComponents(@Nullable TypeRef type, Set<FieldRef> found) {
    TypeDeclaration declared = type == null ? null : program.type(type.name());
    if (declared != null && declared.kind() == TypeDeclaration.Kind.RECORD) {
      for (TypeDeclaration.Field component : declared.fields().values()) {
        if (found.add(new FieldRef(declared.name(), component.name()))) {
          addComponents(component.type(), found);
        }
      }
    }
  }
}
