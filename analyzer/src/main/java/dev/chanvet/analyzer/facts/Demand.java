package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which values matter: those that can decide where control goes, what an operation acts on, or what
 * another value that matters is. A sum that is only printed does not matter, nor does the parameter
 * that it is computed from. States that differ in such values only are the same state.
 *
 * <p>A demand analysis over the whole program: a parameter matters if its function reads it where
 * it matters, a result if some caller does, a field (by name) if some load of it does. The least
 * solution, found by rounds over {@link Liveness} until nothing new matters.
 */
public final class Demand {
  private final CallGraph callGraph;
  private final Map<FunctionId, Set<Integer>> parameters = new HashMap<>();
  private final Set<FunctionId> results = new HashSet<>();
  private final Set<String> fields = new HashSet<>();
  private final Map<FunctionId, Liveness> liveness = new HashMap<>();
  private boolean changed;

  /** Solves the demands of {@code program}. */
  public Demand(Program program, CallGraph callGraph) {
    this.callGraph = callGraph;
    List<Function> functions = program.functions().stream().filter(Function::hasBody).toList();
    do {
      changed = false;
      for (Function function : functions) {
        solve(function);
      }
    } while (changed);
  }

  private void solve(Function function) {
    Liveness live = Liveness.of(function, this);
    liveness.put(function.id(), live);
    List<Function.Parameter> declared = function.parameters();
    Set<Integer> known = parameters.computeIfAbsent(function.id(), id -> new HashSet<>());
    for (int i = 0; i < declared.size(); i++) {
      if (live.before(0, 0).get(declared.get(i).register().index())) {
        changed |= known.add(i);
      }
    }
    for (BasicBlock block : function.blocks()) {
      for (int i = 0; i < block.instructions().size(); i++) {
        note(block.instructions().get(i), live.isWanted(block.index(), i));
      }
    }
  }

  /** An instruction whose result is wanted makes the results and fields that it reads matter. */
  private void note(Instruction instruction, boolean wanted) {
    if (!wanted) {
      return;
    }
    switch (instruction) {
      case Instruction.LoadField load -> changed |= fields.add(load.field().name());
      case Instruction.LoadStatic load -> changed |= fields.add(load.field().name());
      case Invoke invoke ->
          callGraph.targets(invoke).forEach(callee -> changed |= results.add(callee.id()));
      default -> {}
    }
  }

  /** The registers of a function that matter, point by point. */
  public Liveness of(Function function) {
    return liveness.computeIfAbsent(function.id(), id -> Liveness.of(function, this));
  }

  /**
   * The registers that {@code instruction} makes matter.
   *
   * @param wanted whether its result matters
   */
  List<Register> needs(Instruction instruction, boolean wanted) {
    return switch (instruction) {
      case Instruction.Copy c -> wanted ? Operands.of(c) : List.of();
      case Instruction.Compute c -> wanted ? Operands.of(c) : List.of();
      case Instruction.Cast c -> wanted ? Operands.of(c) : List.of();
      case Instruction.TypeTest t -> wanted ? Operands.of(t) : List.of();
      case Instruction.StoreField s ->
          fields.contains(s.field().name()) ? Operands.of(s) : List.of(s.object());
      case Instruction.StoreStatic s ->
          fields.contains(s.field().name()) ? Operands.of(s) : List.of();
      case Instruction.MakeClosure m -> captures(m);
      case Invoke i -> arguments(i);
      default -> Operands.of(instruction);
    };
  }

  /** The registers that {@code terminator} of {@code function} makes matter. */
  List<Register> needs(Function function, Terminator terminator) {
    boolean result = terminator instanceof Terminator.Return;
    // Function values may be called by anybody, so what they return may matter to anybody.
    boolean unwanted =
        result && function.kind() != Function.Kind.LAMBDA && !results.contains(function.id());
    return unwanted ? List.of() : Operands.of(terminator);
  }

  private List<Register> captures(Instruction.MakeClosure closure) {
    Set<Integer> wanted = parameters.getOrDefault(closure.body(), Set.of());
    List<Register> needed = new ArrayList<>();
    for (int i = 0; i < closure.captures().size(); i++) {
      if (wanted.contains(i)) {
        needed.add(closure.captures().get(i));
      }
    }
    return needed;
  }

  private List<Register> arguments(Invoke invoke) {
    List<Register> needed = new ArrayList<>();
    if (invoke.receiver() != null) {
      needed.add(invoke.receiver());
    }
    List<Function> callees = callGraph.targets(invoke);
    boolean describes = callees.isEmpty() && Harmless.call(invoke);
    for (int i = 0; i < invoke.arguments().size(); i++) {
      int position = i;
      boolean matters =
          callees.isEmpty()
              ? !describes
              : callees.stream().anyMatch(callee -> isWanted(callee, position));
      if (matters) {
        needed.add(invoke.arguments().get(i));
      }
    }
    return needed;
  }

  private boolean isWanted(Function callee, int argument) {
    int last = callee.parameters().size() - 1;
    int position = callee.varargs() ? Math.min(argument, last) : argument;
    return !callee.hasBody() || parameters.getOrDefault(callee.id(), Set.of()).contains(position);
  }
}
