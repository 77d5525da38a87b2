package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What may run when a value is called as a function: the lambdas and the method references that
 * some functions make, and the methods of classes that extend or implement something.
 * Over-approximates.
 */
final class FunctionValues {
  /**
   * One of them.
   *
   * @param first the parameter that the first argument goes to; -1 where that is the receiver
   */
  record Callable(Function function, int first) {}

  private final List<Callable> callables = new ArrayList<>();
  private final Map<FunctionId, List<Callable>> byFunction = new HashMap<>();
  private boolean strangers;

  FunctionValues(Hierarchy hierarchy, CallGraph callGraph, Collection<Function> within) {
    for (Function function : within) {
      boolean method = function.kind() == Function.Kind.METHOD && function.self() != null;
      if (method && hierarchy.ancestors(function.owner()).size() > 2) {
        callables.add(new Callable(function, 0));
      }
      for (BasicBlock block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          switch (instruction) {
            case Instruction.MakeClosure closure ->
                callGraph
                    .targets(closure)
                    .forEach(body -> callables.add(new Callable(body, closure.captures().size())));
            case Instruction.MakeMethodReference reference -> refer(reference, callGraph);
            default -> {}
          }
        }
      }
    }
    for (Callable callable : callables) {
      byFunction.computeIfAbsent(callable.function().id(), id -> new ArrayList<>()).add(callable);
    }
  }

  private void refer(Instruction.MakeMethodReference reference, CallGraph callGraph) {
    List<Function> targets = callGraph.targets(reference);
    strangers |= targets.isEmpty();
    for (Function target : targets) {
      boolean unbound = target.self() != null && reference.receiver() == null;
      boolean constructs = target.kind() == Function.Kind.CONSTRUCTOR;
      callables.add(new Callable(target, unbound && !constructs ? -1 : 0));
    }
  }

  List<Callable> callables() {
    return callables;
  }

  boolean contains(Function function) {
    return byFunction.containsKey(function.id());
  }

  /** The ways in which a function may be called as a value. */
  List<Callable> of(Function function) {
    return byFunction.getOrDefault(function.id(), List.of());
  }

  /** Whether some method references lead to code that is not in the program. */
  boolean leadsToStrangers() {
    return strangers;
  }
}
