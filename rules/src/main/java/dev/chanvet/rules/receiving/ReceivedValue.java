package dev.chanvet.rules.receiving;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows what a receive gave through its function, to see whether anybody looks at null. Values
 * that go elsewhere (a field, a lambda, another function, a caller) count as looked at.
 */
final class ReceivedValue {
  private static final Set<String> LOOKS =
      Set.of("java.util.Objects", "java.util.Optional", "java.lang.String");

  private final Hierarchy hierarchy;
  private final CallGraph calls;
  private final Function function;
  private boolean looked;
  private boolean dereferenced;

  private record Point(int block, int position, Set<Register> holders) {}

  private ReceivedValue(Hierarchy hierarchy, CallGraph calls, Function function) {
    this.hierarchy = hierarchy;
    this.calls = calls;
    this.function = function;
  }

  /** What becomes of a value that may be null. */
  enum Fate {
    /** Its users look at null, or it goes where that is not seen. */
    CHECKED,
    /** Nobody looks at null, and it is used in a way that throws. */
    DEREFERENCED,
    /** Nobody looks at null. */
    USED
  }

  /** What becomes of the value that the instruction at a place of {@code function} gives. */
  static Fate of(Hierarchy hierarchy, CallGraph calls, Function function, int block, int position) {
    ReceivedValue value = new ReceivedValue(hierarchy, calls, function);
    Register target = function.blocks().get(block).instructions().get(position).target();
    if (target == null) {
      return Fate.CHECKED;
    }
    value.follow(new Point(block, position + 1, Set.of(target)));
    return value.looked ? Fate.CHECKED : value.dereferenced ? Fate.DEREFERENCED : Fate.USED;
  }

  private void follow(Point start) {
    Deque<Point> work = new ArrayDeque<>(List.of(start));
    Set<Point> seen = new HashSet<>();
    while (!work.isEmpty() && !looked) {
      Point point = work.remove();
      if (!seen.add(point)) {
        continue;
      }
      BasicBlock block = function.blocks().get(point.block);
      Set<Register> holders = new HashSet<>(point.holders);
      for (int i = point.position; i < block.instructions().size(); i++) {
        use(block.instructions().get(i), holders);
      }
      if (!(block.terminator() instanceof Terminator.Branch)) {
        looked |= Operands.of(block.terminator()).stream().anyMatch(holders::contains);
      }
      if (!holders.isEmpty()) {
        for (int next : Operands.successors(block)) {
          work.add(new Point(next, 0, Set.copyOf(holders)));
        }
      }
    }
  }

  private void use(Instruction instruction, Set<Register> holders) {
    boolean uses = Operands.of(instruction).stream().anyMatch(holders::contains);
    Register target = instruction.target();
    if (!uses) {
      if (target != null) {
        holders.remove(target);
      }
      return;
    }
    if (instruction instanceof Instruction.Copy || instruction instanceof Instruction.Cast) {
      if (target != null) {
        holders.add(target);
      }
      return;
    }
    switch (instruction) {
      case Instruction.Compute compute -> compute(compute.operator());
      case Instruction.LoadElement load -> dereferenced = true;
      case Instruction.LoadField load -> dereferenced = true;
      case Instruction.ArrayLength length -> dereferenced = true;
      case Invoke invoke -> call(invoke, holders);
      default -> looked = true;
    }
    if (target != null) {
      holders.remove(target);
    }
  }

  private void compute(Operator operator) {
    switch (operator) {
      case SAME, NOT_SAME, EQUAL -> looked = true;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, NEGATE -> dereferenced = true;
      case NOT, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT -> dereferenced = true;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> dereferenced = true;
      case COMBINE -> {}
    }
  }

  private void call(Invoke invoke, Set<Register> holders) {
    if (invoke.receiver() != null && holders.contains(invoke.receiver())) {
      dereferenced = true;
    }
    boolean passed = invoke.arguments().stream().anyMatch(holders::contains);
    if (passed) {
      looked |= invoke.owner() != null && LOOKS.contains(invoke.owner().name());
      looked |= invoke.name().startsWith("equals") || invoke.name().contains("Null");
      looked |= calls.targets(invoke).stream().anyMatch(f -> !hierarchy.isModel(f.owner()));
    }
  }
}
