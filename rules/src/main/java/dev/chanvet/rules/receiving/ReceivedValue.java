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
 * Follows what a receive gave through its function and those that are given it, to see whether
 * anybody looks at null. Values that go elsewhere (a field, a lambda, a caller) count as looked at.
 */
final class ReceivedValue {
  private static final Set<String> LOOKS =
      Set.of("java.util.Objects", "java.util.Optional", "java.lang.String");

  /** Into so many calls it is followed. */
  private static final int DEPTH = 3;

  private final Hierarchy hierarchy;
  private final CallGraph calls;
  private final Function function;
  private final int depth;
  private boolean used;
  private boolean looked;
  private boolean dereferenced;

  private record Point(int block, int position, Set<Register> holders) {}

  private ReceivedValue(Hierarchy hierarchy, CallGraph calls, Function function, int depth) {
    this.hierarchy = hierarchy;
    this.calls = calls;
    this.function = function;
    this.depth = depth;
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
    ReceivedValue value = new ReceivedValue(hierarchy, calls, function, DEPTH);
    Register target = function.blocks().get(block).instructions().get(position).target();
    if (target == null) {
      return Fate.CHECKED;
    }
    value.follow(new Point(block, position + 1, Set.of(target)));
    return value.fate();
  }

  /** What becomes of what {@code function} is given as its last argument. */
  static Fate ofLastParameter(Hierarchy hierarchy, CallGraph calls, Function function) {
    ReceivedValue value = new ReceivedValue(hierarchy, calls, function, DEPTH);
    value.follow(new Point(0, 0, Set.of(function.parameters().getLast().register())));
    return value.used ? value.fate() : Fate.CHECKED; // who takes no notice wants the signal only
  }

  private Fate fate() {
    return looked ? Fate.CHECKED : dereferenced ? Fate.DEREFERENCED : Fate.USED;
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
    used = true;
    if (failsAtNull(instruction, holders)) {
      dereferenced = true;
      holders.clear(); // null gets no further
      return;
    }
    switch (instruction) {
      case Instruction.Compute compute -> looked |= compute.operator() != Operator.COMBINE;
      case Invoke invoke -> call(invoke, holders);
      default -> looked = true;
    }
    if (target != null) {
      holders.remove(target);
    }
  }

  private static boolean failsAtNull(Instruction instruction, Set<Register> holders) {
    return switch (instruction) {
      case Instruction.LoadElement load -> true;
      case Instruction.LoadField load -> true;
      case Instruction.ArrayLength length -> true;
      case Instruction.Compute compute -> failsAtNull(compute.operator());
      case Invoke invoke -> invoke.receiver() != null && holders.contains(invoke.receiver());
      default -> false;
    };
  }

  private static boolean failsAtNull(Operator operator) {
    return switch (operator) {
      case SAME, NOT_SAME, EQUAL, COMBINE -> false;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, NEGATE -> true;
      case NOT, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT -> true;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
    };
  }

  private void call(Invoke invoke, Set<Register> holders) {
    boolean passed = invoke.arguments().stream().anyMatch(holders::contains);
    if (passed) {
      looked |= invoke.owner() != null && LOOKS.contains(invoke.owner().name());
      looked |= invoke.name().startsWith("equals") || invoke.name().contains("Null");
      calls.targets(invoke).stream()
          .filter(callee -> !hierarchy.isModel(callee.owner()))
          .forEach(callee -> enter(callee, invoke, holders));
    }
  }

  private void enter(Function callee, Invoke invoke, Set<Register> holders) {
    List<Function.Parameter> parameters = callee.parameters();
    for (int i = 0; i < invoke.arguments().size(); i++) {
      if (holders.contains(invoke.arguments().get(i))) {
        if (depth == 0 || !callee.hasBody() || callee.varargs() || i >= parameters.size()) {
          looked = true;
        } else {
          ReceivedValue inside = new ReceivedValue(hierarchy, calls, callee, depth - 1);
          inside.follow(new Point(0, 0, Set.of(parameters.get(i).register())));
          looked |= inside.looked;
          dereferenced |= inside.dereferenced;
        }
      }
    }
  }
}
