package dev.chanvet.analyzer.ir;

import dev.chanvet.analyzer.ir.Instruction.Invoke;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The representation as text, for tests and for people:
 *
 * <pre>
 *   function demo.Pump.pump(Channel,Channel) (this, in, out)
 *     b0:
 *       v = invoke in.receive()
 *       t4 = null
 *       t5 = v != t4
 *       branch t5 b1 b2
 *     b1:
 *       invoke out.send(v)
 *       goto b2
 *     b2:
 *       return
 * </pre>
 *
 * <p>A block in a {@code try} ends with its handlers: {@code catch java.lang.Exception e -> b3}.
 */
public final class Printer {
  private Printer() {}

  /** All types, each with its functions. */
  public static String print(Program program) {
    StringBuilder out = new StringBuilder();
    for (TypeDeclaration type : program.types()) {
      out.append(print(type));
      for (FunctionId id : type.methods()) {
        Function function = program.function(id);
        if (function != null) {
          out.append(print(function));
        }
      }
    }
    return out.toString();
  }

  /** A type's heading and fields, without its functions. */
  public static String print(TypeDeclaration type) {
    StringBuilder out = new StringBuilder();
    out.append(type.kind().name().toLowerCase(java.util.Locale.ROOT))
        .append(' ')
        .append(type.name());
    if (type.superclass() != null) {
      out.append(" extends ").append(type.superclass());
    }
    if (!type.interfaces().isEmpty()) {
      out.append(" implements ").append(String.join(", ", type.interfaces()));
    }
    out.append('\n');
    for (TypeDeclaration.Field field : type.fields().values()) {
      out.append(field.isStatic() ? "  static " : "  ")
          .append(field.type())
          .append(' ')
          .append(field.name())
          .append('\n');
    }
    return out.toString();
  }

  /** A function with all its blocks. */
  public static String print(Function function) {
    StringBuilder out = new StringBuilder("function ").append(function.id()).append(" (");
    if (function.self() != null) {
      out.append(name(function.self())).append(function.parameters().isEmpty() ? "" : ", ");
    }
    out.append(
        function.parameters().stream()
            .map(parameter -> name(parameter.register()))
            .collect(Collectors.joining(", ")));
    out.append(function.varargs() ? "...)" : ")").append('\n');
    for (BasicBlock block : function.blocks()) {
      out.append("  b").append(block.index()).append(":\n");
      block.instructions().forEach(i -> out.append("    ").append(print(i)).append('\n'));
      out.append("    ").append(print(block.terminator())).append('\n');
      for (Handler handler : block.handlers()) {
        out.append("    ").append(print(handler)).append('\n');
      }
    }
    return out.toString();
  }

  private static String print(Handler handler) {
    String types =
        handler.catchesAll()
            ? "all"
            : handler.types().stream().map(TypeRef::toString).collect(Collectors.joining(" | "));
    return "catch " + types + " " + name(handler.exception()) + " -> b" + handler.target();
  }

  /** How a block ends. */
  public static String print(Terminator terminator) {
    return switch (terminator) {
      case Terminator.Goto jump -> "goto b" + jump.target();
      case Terminator.Branch branch ->
          "branch %s b%d b%d"
              .formatted(name(branch.condition()), branch.then(), branch.otherwise());
      case Terminator.Return end -> end.value() == null ? "return" : "return " + name(end.value());
      case Terminator.Throw end -> "throw " + name(end.exception());
    };
  }

  /** One instruction on one line. */
  public static String print(Instruction instruction) {
    String target = instruction.target() == null ? "" : name(instruction.target()) + " = ";
    return target + action(instruction);
  }

  private static String action(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Constant i -> i.literal().toString().replace("\n", "\\n");
      case Instruction.Unknown i -> "unknown " + i.type();
      case Instruction.Copy i -> name(i.source());
      case Instruction.Compute i -> computation(i.operator(), i.operands());
      case Instruction.Cast i -> "(" + i.type() + ") " + name(i.source());
      case Instruction.TypeTest i -> name(i.source()) + " instanceof " + i.type();
      case Instruction.NewObject i -> "new " + i.type();
      case Instruction.NewArray i -> "new " + i.element() + "[" + name(i.length()) + "]";
      case Instruction.LoadField i -> name(i.object()) + "." + i.field().name();
      case Instruction.StoreField i ->
          name(i.object()) + "." + i.field().name() + " = " + name(i.value());
      case Instruction.LoadStatic i -> "static " + i.field();
      case Instruction.StoreStatic i -> "static " + i.field() + " = " + name(i.value());
      case Instruction.LoadElement i -> name(i.array()) + "[" + name(i.index()) + "]";
      case Instruction.StoreElement i ->
          name(i.array()) + "[" + name(i.index()) + "] = " + name(i.value());
      case Instruction.ArrayLength i -> name(i.array()) + ".length";
      case Instruction.MakeClosure i -> "closure " + i.body() + names(i.captures());
      case Instruction.MakeMethodReference i -> "reference " + scope(i) + "::" + i.name();
      case Invoke i -> "invoke " + callee(i) + names(i.arguments()) + comment(i.resultName());
      case Instruction.Perform i -> "perform " + i.primitive().methodName() + names(i.arguments());
      case Instruction.Iterate i -> "iterate " + name(i.source());
      case Instruction.EnterMonitor i -> "enter " + name(i.lock());
      case Instruction.ExitMonitor i -> "exit " + name(i.lock());
    };
  }

  private static String computation(Operator operator, List<Register> operands) {
    if (operator == Operator.COMBINE || operator == Operator.EQUAL || operands.size() > 2) {
      return operator.symbol() + names(operands);
    }
    return operands.size() == 1
        ? operator.symbol() + name(operands.get(0))
        : name(operands.get(0)) + " " + operator.symbol() + " " + name(operands.get(1));
  }

  private static String scope(Instruction.MakeMethodReference reference) {
    return reference.receiver() != null
        ? name(reference.receiver())
        : String.valueOf(reference.owner());
  }

  private static String callee(Invoke invoke) {
    String receiver = invoke.receiver() == null ? "" : name(invoke.receiver());
    return switch (invoke.dispatch()) {
      case VIRTUAL -> receiver + "." + invoke.name();
      case STATIC -> "static " + invoke.owner() + "." + invoke.name();
      case SPECIAL -> receiver + ".special " + invoke.owner() + "." + invoke.name();
    };
  }

  private static String comment(@Nullable String resultName) {
    return resultName == null ? "" : " // " + resultName;
  }

  private static String names(List<Register> registers) {
    return registers.stream().map(Printer::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(Register register) {
    return register.name();
  }
}
