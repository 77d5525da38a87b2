package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which registers never hold a number or a text, by the types that the source tells. */
final class References {
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  private static final List<String> PACKAGES_OF_DATA =
      List.of("java.lang.", "java.time.", "java.math.", "java.io.");

  private final Hierarchy hierarchy;
  private final Map<FunctionId, BitSet> known = new HashMap<>();

  References(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Whether a register holds nothing but references to objects, and null. */
  boolean contains(Function function, Register register) {
    return known.computeIfAbsent(function.id(), id -> solve(function)).get(register.index());
  }

  /** The greatest solution: a register is one until something else is assigned to it. */
  private BitSet solve(Function function) {
    BitSet references = new BitSet();
    references.set(0, function.registerCount());
    for (Function.Parameter parameter : function.parameters()) {
      if (mayBeData(parameter.type())) {
        references.clear(parameter.register().index());
      }
    }
    Register self = function.self();
    if (self != null && mayBeData(TypeRef.of(function.owner()))) {
      references.clear(self.index());
    }
    int before;
    do {
      before = references.cardinality();
      for (BasicBlock block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          Register target = instruction.target();
          if (target != null && mayMakeData(instruction, references)) {
            references.clear(target.index());
          }
        }
      }
    } while (references.cardinality() < before);
    return references;
  }

  private boolean mayMakeData(Instruction instruction, BitSet references) {
    return switch (instruction) {
      case Instruction.Constant c -> !(c.literal() instanceof Literal.Null);
      case Instruction.Copy c -> !references.get(c.source().index());
      case Instruction.Cast c -> mayBeData(c.type()) && !references.get(c.source().index());
      case Instruction.Unknown u -> mayBeData(u.type());
      case Instruction.NewObject n -> mayBeData(n.type());
      case Instruction.LoadField l -> mayBeData(type(l.field()));
      case Instruction.LoadStatic l -> mayBeData(type(l.field()));
      case Instruction.Perform p ->
          switch (p.primitive()) {
            case CHANNEL, ENVIRONMENT_CHANNEL, COUNTER, SEQUENCE, SPAWN, SPAWN_TIMER, SELF -> false;
            default -> true;
          };
      case Instruction.NewArray n -> false;
      case Instruction.MakeClosure m -> false;
      case Instruction.MakeMethodReference m -> false;
      case Instruction.Iterate i -> false;
      case Instruction.Compute c -> true;
      case Instruction.TypeTest t -> true;
      case Instruction.LoadElement l -> true;
      case Instruction.ArrayLength a -> true;
      case Instruction.Invoke i -> true;
      case Instruction.StoreField s -> false;
      case Instruction.StoreStatic s -> false;
      case Instruction.StoreElement s -> false;
      case Instruction.EnterMonitor m -> false;
      case Instruction.ExitMonitor m -> false;
    };
  }

  private @Nullable TypeRef type(FieldRef field) {
    TypeDeclaration owner =
        field.owner() == null ? null : hierarchy.fieldOwner(field.owner(), field.name());
    TypeDeclaration.Field declared = owner == null ? null : owner.fields().get(field.name());
    return declared == null ? null : declared.type();
  }

  /** Whether a value of that type may be a number or a text; a type variable's may. */
  private boolean mayBeData(@Nullable TypeRef type) {
    if (type == null || type.isUnknown()) {
      return true;
    }
    String name = type.name();
    return type.dimensions() == 0
        && (PRIMITIVES.contains(name)
            || PACKAGES_OF_DATA.stream().anyMatch(name::startsWith)
            || (name.indexOf('.') < 0 && !hierarchy.isDeclared(name)));
  }
}
