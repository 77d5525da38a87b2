package dev.chanvet.analyzer.ir;

import dev.chanvet.analyzer.ir.Instruction.Compute;
import dev.chanvet.analyzer.ir.Instruction.Dispatch;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Instruction.MakeClosure;
import dev.chanvet.analyzer.ir.Instruction.Perform;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a program is well formed: what every consumer may rely on without looking.
 *
 * <ul>
 *   <li>Types name functions that exist, and functions types that do.
 *   <li>Blocks are numbered by position; jumps and handlers lead to blocks; every block is
 *       reachable.
 *   <li>Registers are inside the frame and assigned before they are read, on every path.
 *   <li>Instructions have the operands that they need: a closure the captures of its body, a
 *       primitive its arguments, an invocation a type for each argument.
 * </ul>
 *
 * <p>A violation is an error of the lowering, never of the program.
 */
public final class Verifier {
  private final Program program;
  private final List<String> violations = new ArrayList<>();

  private Verifier(Program program) {
    this.program = program;
  }

  /** What is wrong with {@code program}, one line each; empty if nothing is. */
  public static List<String> verify(Program program) {
    Verifier verifier = new Verifier(program);
    program.types().forEach(verifier::type);
    program.functions().forEach(verifier::function);
    return List.copyOf(verifier.violations);
  }

  private void type(TypeDeclaration type) {
    for (FunctionId id : type.methods()) {
      Function function = program.function(id);
      if (function == null) {
        violations.add(type.name() + ": names " + id + ", which does not exist");
      } else if (!function.owner().equals(type.name())) {
        violations.add(type.name() + ": names " + id + ", which belongs to " + function.owner());
      }
    }
  }

  private void function(Function function) {
    TypeDeclaration owner = program.type(function.owner());
    if (owner == null || !owner.methods().contains(function.id())) {
      violations.add(function.id() + ": its owner does not name it");
    }
    boolean sound = true;
    for (int i = 0; i < function.blocks().size(); i++) {
      sound &= block(function, owner, function.blocks().get(i), i);
    }
    if (sound && function.hasBody()) {
      new Definitions(function).check(violations);
    }
  }

  private boolean block(
      Function function, @Nullable TypeDeclaration owner, BasicBlock block, int position) {
    int before = violations.size();
    String where = function.id() + " b" + position;
    if (block.index() != position) {
      violations.add(where + ": numbered " + block.index());
    }
    for (int target : Operands.successors(block)) {
      if (target < 0 || target >= function.blocks().size()) {
        violations.add(where + ": leads to b" + target + ", which does not exist");
      }
    }
    for (Instruction instruction : block.instructions()) {
      inFrame(function, instruction, where);
      String problem = problem(function, owner, instruction);
      if (!problem.isEmpty()) {
        violations.add(where + ": " + Printer.print(instruction) + ": " + problem);
      }
    }
    Operands.of(block.terminator()).forEach(register -> inFrame(function, register, where));
    block.handlers().forEach(handler -> inFrame(function, handler.exception(), where));
    return violations.size() == before;
  }

  private void inFrame(Function function, Instruction instruction, String where) {
    Operands.of(instruction).forEach(register -> inFrame(function, register, where));
    Register target = instruction.target();
    if (target != null) {
      inFrame(function, target, where);
    }
  }

  private void inFrame(Function function, Register register, String where) {
    if (register.index() < 0 || register.index() >= function.registerCount()) {
      violations.add(where + ": register " + register + " is outside of the frame");
    }
  }

  private String problem(
      Function function, @Nullable TypeDeclaration owner, Instruction instruction) {
    return switch (instruction) {
      case Compute i -> operands(i);
      case MakeClosure i -> closure(i);
      case Invoke i -> invocation(i);
      case Perform i -> performance(function, owner, i);
      default -> "";
    };
  }

  private static String operands(Compute compute) {
    int wanted =
        switch (compute.operator()) {
          case NOT, NEGATE -> 1;
          case COMBINE -> compute.operands().size();
          default -> 2;
        };
    return compute.operands().size() == wanted ? "" : "needs " + wanted + " operands";
  }

  private String closure(MakeClosure closure) {
    Function body = program.function(closure.body());
    if (body == null || body.kind() != Function.Kind.LAMBDA) {
      return "its body is no lambda";
    }
    return closure.captures().size() <= body.parameters().size() ? "" : "captures too much";
  }

  private static String invocation(Invoke invoke) {
    if (invoke.arguments().size() != invoke.argumentTypes().size()) {
      return "has not a type for each argument";
    }
    if (invoke.dispatch() == Dispatch.STATIC) {
      return invoke.receiver() == null ? "" : "is static and has a receiver";
    }
    return invoke.receiver() == null ? "has no receiver" : "";
  }

  /**
   * Outside of models the only primitive is the one that gives up what a partial function is given.
   */
  private static String performance(
      Function function, @Nullable TypeDeclaration owner, Perform perform) {
    int arity = perform.primitive().arity();
    if (arity >= 0 && perform.arguments().size() != arity) {
      return "needs " + arity + " arguments";
    }
    boolean isModel = owner != null && owner.model();
    boolean givesUp = function.isPartial() && perform.primitive() == Primitive.ESCAPE;
    return isModel || givesUp ? "" : "is outside of a model";
  }
}
