package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which waits are those of a worker that has nothing to do: {@code while (running) { queue.take()
 * .run(); }}. Neither what it receives ends such a loop nor a count of how often it went round, but
 * only something from outside: a flag, an interrupt, nothing at all.
 *
 * <p>A loop that looks at what it receives ({@code if (item == LAST) return;}) expects to be told
 * when to end, and one that counts expects so many; waiting for ever is not normal there. In doubt
 * a loop is none of a service.
 */
public final class ServiceLoops {
  private static final Set<Operator> COUNTS = Set.of(Operator.ADD, Operator.SUBTRACT);

  /**
   * How a wait is enclosed in one function.
   *
   * @param inLoop whether it is in a loop
   * @param service whether that loop is a service's
   */
  public record Enclosure(boolean inLoop, boolean service) {}

  private final Map<String, Enclosure> known = new HashMap<>();

  /** How the call at {@code position} of {@code block}, which waits, is enclosed. */
  public Enclosure around(Function function, int block, int position) {
    FunctionId id = function.id();
    return known.computeIfAbsent(
        id.value() + ":" + block + ":" + position, key -> find(function, block, position));
  }

  private static Enclosure find(Function function, int block, int position) {
    BitSet loop = loopOf(function, block);
    if (loop.isEmpty()) {
      return new Enclosure(false, false);
    }
    List<Instruction> code = function.blocks().get(block).instructions();
    Register received = position < code.size() ? code.get(position).target() : null;
    return new Enclosure(true, isService(function, loop, received));
  }

  /** The blocks that both follow {@code block} and lead back to it; exceptions lead nowhere. */
  private static BitSet loopOf(Function function, int block) {
    BitSet loop = new BitSet();
    BitSet after = reach(function, block);
    if (after.get(block)) {
      after.stream().filter(other -> reach(function, other).get(block)).forEach(loop::set);
    }
    return loop;
  }

  private static BitSet reach(Function function, int start) {
    BitSet seen = new BitSet();
    BitSet work = new BitSet();
    Operands.targets(function.blocks().get(start).terminator()).forEach(work::set);
    for (int next = work.nextSetBit(0); next >= 0; next = work.nextSetBit(0)) {
      work.clear(next);
      if (!seen.get(next)) {
        seen.set(next);
        Operands.targets(function.blocks().get(next).terminator()).forEach(work::set);
      }
    }
    return seen;
  }

  private static boolean isService(Function function, BitSet loop, @Nullable Register received) {
    Telling telling = new Telling(function, loop, received);
    return loop.stream()
        .mapToObj(function.blocks()::get)
        .map(BasicBlock::terminator)
        .filter(Terminator.Branch.class::isInstance)
        .map(Terminator.Branch.class::cast)
        .filter(branch -> !loop.get(branch.then()) || !loop.get(branch.otherwise()))
        .noneMatch(branch -> telling.registers.contains(branch.condition()));
  }

  /**
   * The registers and fields of a loop that tell it when to end: what is computed from what it
   * receives, what is set where that decides, and what it counts. A least fixpoint.
   */
  private static final class Telling {
    private final Function function;
    private final BitSet loop;
    final Set<Register> registers = new HashSet<>();
    private final Set<String> fields = new HashSet<>();

    Telling(Function function, BitSet loop, @Nullable Register received) {
      this.function = function;
      this.loop = loop;
      if (received != null) {
        registers.add(received);
      }
      int before;
      do {
        before = registers.size() + fields.size();
        loop.stream().forEach(this::look);
      } while (registers.size() + fields.size() > before);
    }

    private void look(int index) {
      BasicBlock block = function.blocks().get(index);
      block.instructions().forEach(this::look);
      if (block.terminator() instanceof Terminator.Branch branch
          && registers.contains(branch.condition())) {
        decides(branch.then());
        decides(branch.otherwise());
      }
    }

    private void look(Instruction instruction) {
      Register target = instruction.target();
      if (target == null) {
        if (instruction instanceof Instruction.StoreField store
            && registers.contains(store.value())) {
          fields.add(store.field().name());
        }
        return;
      }
      boolean tells =
          switch (instruction) {
            case Instruction.Compute c ->
                COUNTS.contains(c.operator())
                    || c.operands().stream().anyMatch(registers::contains);
            case Instruction.LoadField load -> fields.contains(load.field().name());
            case Instruction.LoadStatic load -> fields.contains(load.field().name());
            case Instruction.Invoke call -> call.name().equals("hasNext") || reads(call);
            default -> reads(instruction);
          };
      if (tells) {
        registers.add(target);
      }
    }

    private boolean reads(Instruction instruction) {
      return Operands.of(instruction).stream().anyMatch(registers::contains);
    }

    /** What a block sets that runs or not by what was received tells as well. */
    private void decides(int index) {
      if (!loop.get(index)) {
        return;
      }
      for (Instruction instruction : function.blocks().get(index).instructions()) {
        switch (instruction) {
          case Instruction.Copy copy -> registers.add(copy.target());
          case Instruction.Constant constant -> registers.add(constant.target());
          case Instruction.StoreField store -> fields.add(store.field().name());
          case Instruction.StoreStatic store -> fields.add(store.field().name());
          default -> {}
        }
      }
    }
  }
}
