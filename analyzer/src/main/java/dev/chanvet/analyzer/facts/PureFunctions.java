package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions of user code that only compute: called with numbers and text, all they do is answer
 * something. They store into no field, load nothing but numbers and text, make no object of a user
 * class and no channel, counter or goroutine, and throw nothing of their own; so whatever they call
 * cannot get hold of anything that matters. Where such a call would have to guess, its result can
 * be taken as unknown instead.
 */
public final class PureFunctions {
  /** What would give a function something that matters. */
  private static final Set<Primitive> MAKES =
      EnumSet.of(
          Primitive.CHANNEL,
          Primitive.ENVIRONMENT_CHANNEL,
          Primitive.COUNTER,
          Primitive.SPAWN,
          Primitive.SPAWN_TIMER,
          Primitive.SELF,
          Primitive.EXIT);

  private static final Set<String> SCALARS =
      Set.of(
          "int", "long", "short", "byte", "char", "boolean", "float", "double", "java.lang.String");

  private final Hierarchy hierarchy;
  private final CallGraph callGraph;
  private final Summaries summaries;
  private final Set<FunctionId> pure = new HashSet<>();

  /**
   * Finds the pure functions of {@code program}: the greatest solution, impure ones taken out,
   * which may spoil their callers.
   */
  public PureFunctions(
      Program program, Hierarchy hierarchy, CallGraph callGraph, Summaries summaries) {
    this.hierarchy = hierarchy;
    this.callGraph = callGraph;
    this.summaries = summaries;
    List<Function> functions =
        program.functions().stream()
            .filter(f -> f.hasBody() && !hierarchy.isModel(f.owner()))
            .toList();
    functions.forEach(function -> pure.add(function.id()));
    Deque<Function> work = new ArrayDeque<>(functions);
    while (!work.isEmpty()) {
      Function function = work.remove();
      if (pure.contains(function.id()) && !isPure(function)) {
        pure.remove(function.id());
        for (FunctionId id : callGraph.callers(function.id())) {
          Function caller = program.function(id);
          if (caller != null && pure.contains(id)) {
            work.add(caller);
          }
        }
      }
    }
  }

  /** Whether {@code function} only computes. */
  public boolean contains(FunctionId function) {
    return pure.contains(function);
  }

  private boolean isPure(Function function) {
    for (BasicBlock block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (!isPure(instruction)) {
          return false;
        }
      }
      if (block.terminator() instanceof Terminator.Throw thrown
          && !isCaught(function, thrown.exception())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCaught(Function function, Register exception) {
    return function.blocks().stream()
        .flatMap(block -> block.handlers().stream())
        .anyMatch(handler -> handler.exception().equals(exception));
  }

  private boolean isPure(Instruction instruction) {
    return switch (instruction) {
      case Instruction.StoreField s -> false;
      case Instruction.StoreStatic s -> false;
      case Instruction.Perform p -> false;
      case Instruction.EnterMonitor m -> false;
      case Instruction.ExitMonitor m -> false;
      case Instruction.NewObject n ->
          !hierarchy.isDeclared(n.type().name()) || hierarchy.isModel(n.type().name());
      case Instruction.LoadField l -> isScalar(l.field().owner(), l.field().name());
      case Instruction.LoadStatic l -> isScalar(l.field().owner(), l.field().name());
      case Invoke i -> isPure(i);
      case Instruction.MakeClosure m -> pure.contains(m.body());
      case Instruction.MakeMethodReference m ->
          callGraph.targets(m).stream().allMatch(this::isPureCallee);
      default -> true;
    };
  }

  private boolean isPure(Invoke invoke) {
    String owner = invoke.owner() == null ? null : invoke.owner().name();
    boolean onData =
        invoke.dispatch() == Instruction.Dispatch.VIRTUAL
            && (owner == null || !hierarchy.isDeclared(owner) || hierarchy.isModel(owner));
    return onData || callGraph.targets(invoke).stream().allMatch(this::isPureCallee);
  }

  private boolean isPureCallee(Function callee) {
    return hierarchy.isModel(callee.owner())
        ? summaries.of(callee.id()).stream().noneMatch(MAKES::contains)
        : pure.contains(callee.id());
  }

  private boolean isScalar(@Nullable String owner, String field) {
    TypeDeclaration type = owner == null ? null : hierarchy.fieldOwner(owner, field);
    TypeDeclaration.Field declared = type == null ? null : type.fields().get(field);
    return declared != null
        && declared.type().dimensions() == 0
        && SCALARS.contains(declared.type().name());
  }
}
