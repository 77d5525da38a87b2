package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Program;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fields code may read: what it holds but reads from no field, it cannot get at. Fields are
 * as the code names them.
 */
public final class LoadedFields {
  private final Program program;
  private final CallGraph callGraph;
  private final Map<FunctionId, Set<FieldRef>> functions = new HashMap<>();
  private final Map<Point, Set<FieldRef>> points = new HashMap<>();

  private record Point(FunctionId function, int block, int position) {}

  /** Prepares the questions about one program. */
  public LoadedFields(Program program, CallGraph callGraph) {
    this.program = program;
    this.callGraph = callGraph;
  }

  /**
   * The fields, static ones too, that may be read from a point of {@code function} on, until it
   * returns: by it and by all that it calls or starts.
   *
   * @param block index of the block
   * @param position index of the next instruction; the number of instructions for the terminator
   */
  public Set<FieldRef> from(Function function, int block, int position) {
    return points.computeIfAbsent(
        new Point(function.id(), block, position), point -> solve(function, point));
  }

  private Set<FieldRef> solve(Function function, Point point) {
    Set<FieldRef> fields = new HashSet<>();
    BasicBlock first = function.blocks().get(point.block);
    List<Instruction> rest = first.instructions();
    collect(rest.subList(Math.min(point.position, rest.size()), rest.size()), fields);
    BitSet seen = new BitSet();
    Deque<BasicBlock> work = new ArrayDeque<>(List.of(first));
    while (!work.isEmpty()) {
      for (int successor : Operands.successors(work.remove())) {
        if (!seen.get(successor)) {
          seen.set(successor);
          BasicBlock next = function.blocks().get(successor);
          collect(next.instructions(), fields);
          work.add(next);
        }
      }
    }
    return Set.copyOf(fields);
  }

  private void collect(List<Instruction> instructions, Set<FieldRef> fields) {
    for (Instruction instruction : instructions) {
      read(instruction, fields);
      callGraph.targets(instruction).forEach(callee -> fields.addAll(within(callee.id())));
    }
  }

  /** By a whole function and all that it calls or starts. */
  private Set<FieldRef> within(FunctionId start) {
    Set<FieldRef> known = functions.get(start);
    if (known == null) {
      known = solve(start);
      functions.put(start, known);
    }
    return known;
  }

  private Set<FieldRef> solve(FunctionId start) {
    Set<FieldRef> fields = new HashSet<>();
    Set<FunctionId> seen = new HashSet<>(List.of(start));
    Deque<FunctionId> work = new ArrayDeque<>(seen);
    while (!work.isEmpty()) {
      FunctionId id = work.remove();
      Function function = program.function(id);
      if (function != null) {
        function.blocks().forEach(block -> block.instructions().forEach(i -> read(i, fields)));
        callGraph.callees(id).stream().filter(seen::add).forEach(work::add);
      }
    }
    return Set.copyOf(fields);
  }

  private static void read(Instruction instruction, Set<FieldRef> fields) {
    switch (instruction) {
      case Instruction.LoadField load -> fields.add(load.field());
      case Instruction.LoadStatic load -> fields.add(load.field());
      default -> {}
    }
  }
}
