package dev.chanvet.rules;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Register;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where the registers of one function get their values, for those that have one definition: most
 * temporaries, and variables that are assigned once.
 */
public final class Definitions {
  private static final Map<String, Long> NANOS =
      Map.of(
          "ofNanos", 1L,
          "ofMillis", 1_000_000L,
          "ofSeconds", 1_000_000_000L,
          "ofMinutes", 60_000_000_000L,
          "ofHours", 3_600_000_000_000L,
          "ofDays", 86_400_000_000_000L);

  private final Map<Register, List<Instruction>> definitions = new HashMap<>();
  private final Map<Register, List<Instruction>> uses = new HashMap<>();

  /** Reads a function. */
  public Definitions(Function function) {
    for (BasicBlock block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        Register target = instruction.target();
        if (target != null) {
          definitions.computeIfAbsent(target, r -> new ArrayList<>()).add(instruction);
        }
        Operands.of(instruction)
            .forEach(read -> uses.computeIfAbsent(read, r -> new ArrayList<>()).add(instruction));
      }
      Operands.of(block.terminator())
          .forEach(read ->
              // Read by a terminator: an unknown use.
              uses.computeIfAbsent(read, r -> new ArrayList<>())
                  .add(new Instruction.Copy(block.terminator().site(), read, read)));
    }
  }

  /** What computes the register's value, copies left out; null if several places do. */
  public @Nullable Instruction of(@Nullable Register register) {
    Instruction found = null;
    Register at = register;
    for (int copies = 0; at != null && copies < 16; copies++) {
      List<Instruction> all = definitions.getOrDefault(at, List.of());
      if (all.size() != 1) {
        return null;
      }
      found = all.getFirst();
      at = found instanceof Instruction.Copy copy ? copy.source() : null;
    }
    return found;
  }

  /** The call that gives the register its value; null if it is no call. */
  public @Nullable Invoke call(@Nullable Register register) {
    return of(register) instanceof Invoke invoke ? invoke : null;
  }

  /** The instructions that read a register, those that read its copies included. */
  public List<Instruction> uses(Register register) {
    List<Instruction> all = new ArrayList<>();
    for (Instruction use : uses.getOrDefault(register, List.of())) {
      if (use instanceof Instruction.Copy copy && !copy.target().equals(register)) {
        all.addAll(uses(copy.target()));
      } else {
        all.add(use);
      }
    }
    return all;
  }

  /** The nanoseconds of a duration that is a constant: {@code Duration.ofMillis(500)}. */
  public OptionalLong nanos(Register duration) {
    Invoke made = call(duration);
    if (made == null
        || made.owner() == null
        || !made.owner().name().equals("java.time.Duration")
        || made.arguments().size() != 1
        || !NANOS.containsKey(made.name())) {
      return OptionalLong.empty();
    }
    return of(made.arguments().getFirst()) instanceof Instruction.Constant constant
            && constant.literal() instanceof Literal.Int amount
        ? OptionalLong.of(amount.value() * NANOS.getOrDefault(made.name(), 0L))
        : OptionalLong.empty();
  }
}
