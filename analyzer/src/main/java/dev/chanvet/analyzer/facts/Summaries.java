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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A function's summary: the primitives that calling it may lead to, itself or through others
 * (including goroutines that it starts). Over-approximates, as the {@link CallGraph} does.
 */
public final class Summaries {
  static final Lattice<Set<Primitive>> PRIMITIVES =
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
    Deque<FunctionId> work = new ArrayDeque<>();
    for (Function function : program.functions()) {
      summaries.put(function.id(), own(function));
      work.add(function.id());
    }
    Set<FunctionId> queued = new HashSet<>(work);
    while (!work.isEmpty()) {
      FunctionId function = work.remove();
      queued.remove(function);
      Set<Primitive> called = of(function);
      for (FunctionId caller : callGraph.callers(function)) {
        Set<Primitive> known = summaries.get(caller);
        if (known != null && known.addAll(called) && queued.add(caller)) {
          work.add(caller);
        }
      }
    }
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
      found.addAll(of(code.instructions().get(i)));
    }
    List<Set<Primitive>> blocks =
        fromBlock.computeIfAbsent(function.id(), id -> fromBlocks(function));
    for (int successor : Operands.successors(code)) {
      found.addAll(blocks.get(successor));
    }
    return found;
  }

  /** The primitives that one instruction may lead to. */
  Set<Primitive> of(Instruction instruction) {
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
        PRIMITIVES,
        (node, after) -> {
          Set<Primitive> all = PRIMITIVES.join(after, Set.of());
          blocks.get(node).instructions().forEach(i -> all.addAll(of(i)));
          return all;
        });
  }
}
