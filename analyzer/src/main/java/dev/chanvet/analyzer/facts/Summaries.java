package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.flow.Fixpoint;
import dev.chanvet.analyzer.flow.Lattice;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Program;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A function's summary: the primitives that calling it may lead to, itself or through others
 * (including goroutines that it starts). Over-approximates, as the {@link CallGraph} does.
 */
public final class Summaries {
  private static final Lattice<Set<Primitive>> SETS =
      new Lattice<>() {
        @Override
        public Set<Primitive> bottom() {
          return Set.of();
        }

        @Override
        public Set<Primitive> join(Set<Primitive> a, Set<Primitive> b) {
          Set<Primitive> union = EnumSet.noneOf(Primitive.class);
          union.addAll(a);
          union.addAll(b);
          return union;
        }
      };

  private final CallGraph callGraph;
  private final Map<FunctionId, Set<Primitive>> summaries = new HashMap<>();
  private final Map<FunctionId, List<Set<Primitive>>> fromBlock = new HashMap<>();

  /** Solves the summaries of the whole program. */
  public Summaries(Program program, CallGraph callGraph) {
    this.callGraph = callGraph;
    List<Function> functions = new ArrayList<>(program.functions());
    Map<FunctionId, Integer> numbers = new HashMap<>();
    functions.forEach(function -> numbers.put(function.id(), numbers.size()));
    List<Set<Primitive>> solution =
        Fixpoint.solve(
            functions.size(),
            node -> numbered(callGraph.callees(functions.get(node).id()), numbers),
            node -> numbered(callGraph.callers(functions.get(node).id()), numbers),
            SETS,
            (node, called) -> SETS.join(called, own(functions.get(node))));
    for (int i = 0; i < functions.size(); i++) {
      summaries.put(functions.get(i).id(), solution.get(i));
    }
  }

  private static List<Integer> numbered(Set<FunctionId> ids, Map<FunctionId, Integer> numbers) {
    return ids.stream().map(numbers::get).filter(n -> n != null).toList();
  }

  private static Set<Primitive> own(Function function) {
    Set<Primitive> found = EnumSet.noneOf(Primitive.class);
    for (BasicBlock block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        found.addAll(own(instruction));
      }
    }
    return found;
  }

  private static Set<Primitive> own(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Perform perform -> Set.of(perform.primitive());
      case Instruction.EnterMonitor enter -> Set.of(Primitive.LOCK);
      case Instruction.ExitMonitor exit -> Set.of(Primitive.UNLOCK);
      default -> Set.of();
    };
  }

  /** The primitives that a call of {@code function} may lead to. */
  public Set<Primitive> of(FunctionId function) {
    return summaries.getOrDefault(function, Set.of());
  }

  /**
   * The primitives that may still follow inside a function and what it calls, from the instruction
   * at {@code position} of {@code block} on, that instruction included.
   */
  public Set<Primitive> from(Function function, int block, int position) {
    Set<Primitive> found = EnumSet.noneOf(Primitive.class);
    BasicBlock code = function.blocks().get(block);
    for (int i = position; i < code.instructions().size(); i++) {
      found.addAll(with(code.instructions().get(i)));
    }
    List<Set<Primitive>> blocks =
        fromBlock.computeIfAbsent(function.id(), id -> fromBlocks(function));
    for (int successor : Operands.successors(code)) {
      found.addAll(blocks.get(successor));
    }
    return found;
  }

  private Set<Primitive> with(Instruction instruction) {
    Set<Primitive> found = EnumSet.noneOf(Primitive.class);
    found.addAll(own(instruction));
    callGraph.targets(instruction).forEach(callee -> found.addAll(of(callee.id())));
    return found;
  }

  private List<Set<Primitive>> fromBlocks(Function function) {
    List<BasicBlock> blocks = function.blocks();
    List<List<Integer>> predecessors = new ArrayList<>();
    blocks.forEach(block -> predecessors.add(new ArrayList<>()));
    blocks.forEach(block ->
        Operands.successors(block).forEach(next -> predecessors.get(next).add(block.index())));
    return Fixpoint.solve(
        blocks.size(),
        node -> Operands.successors(blocks.get(node)),
        predecessors::get,
        SETS,
        (node, after) -> {
          Set<Primitive> all = SETS.join(after, Set.of());
          blocks.get(node).instructions().forEach(i -> all.addAll(with(i)));
          return all;
        });
  }
}
