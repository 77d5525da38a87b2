package dev.chanvet.rules.starting;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.rules.Loops;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A goroutine that a constructor starts before it has set a field that the goroutine reads.
 *
 * @param constructor what starts it
 * @param site where
 * @param field the field's name
 * @param setAt where the field is set
 */
record EarlyStart(Function constructor, Site site, String field, Site setAt) {
  private static final Set<String> STARTERS =
      Set.of("dev.chanvet.runtime.Go.go", "java.lang.Thread.startVirtualThread");

  /** Those of one constructor, at most one for each start. */
  static List<EarlyStart> in(Program program, CallGraph calls, Function constructor) {
    List<EarlyStart> found = new ArrayList<>();
    Register self = constructor.self();
    if (constructor.kind() != Function.Kind.CONSTRUCTOR || self == null) {
      return found;
    }
    Map<Register, Function> bodies = new HashMap<>();
    for (int block = 0; block < constructor.blocks().size(); block++) {
      List<Instruction> code = constructor.blocks().get(block).instructions();
      for (int i = 0; i < code.size(); i++) {
        Instruction instruction = code.get(i);
        if (instruction.target() != null && runsOn(instruction, self)) {
          calls.targets(instruction).stream()
              .filter(f -> f.owner().equals(constructor.owner()))
              .findFirst()
              .ifPresent(body -> bodies.put(instruction.target(), body));
        } else if (instruction instanceof Invoke start && starts(start)) {
          Function body = bodies.get(start.arguments().getLast());
          if (body != null) {
            Set<String> read = fieldsRead(program, calls, body);
            for (Instruction.StoreField store : storesAfter(constructor, self, block, i)) {
              if (read.contains(store.field().name())) {
                found.add(
                    new EarlyStart(constructor, start.site(), store.field().name(), store.site()));
                break;
              }
            }
          }
        }
      }
    }
    return found;
  }

  /** Whether it makes a function value that has {@code self}. */
  private static boolean runsOn(Instruction instruction, Register self) {
    return switch (instruction) {
      case Instruction.MakeClosure closure -> closure.captures().contains(self);
      case Instruction.MakeMethodReference reference -> self.equals(reference.receiver());
      default -> false;
    };
  }

  private static boolean starts(Invoke invoke) {
    return invoke.owner() != null
        && !invoke.arguments().isEmpty()
        && STARTERS.contains(invoke.owner().name() + "." + invoke.name());
  }

  /** The stores to fields of {@code self} that can follow a place in the constructor. */
  private static List<Instruction.StoreField> storesAfter(
      Function constructor, Register self, int block, int position) {
    List<Instruction> later = new ArrayList<>();
    List<Instruction> rest = constructor.blocks().get(block).instructions();
    later.addAll(rest.subList(position + 1, rest.size()));
    BitSet reach = Loops.reach(constructor, block);
    reach.stream().forEach(b -> later.addAll(constructor.blocks().get(b).instructions()));
    return later.stream()
        .filter(Instruction.StoreField.class::isInstance)
        .map(Instruction.StoreField.class::cast)
        .filter(store -> store.object().equals(self))
        .toList();
  }

  /** The fields that a goroutine's body reads, itself or in other code of its class. */
  private static Set<String> fieldsRead(Program program, CallGraph calls, Function body) {
    Set<String> read = new HashSet<>();
    Set<FunctionId> seen = new HashSet<>();
    Deque<Function> work = new ArrayDeque<>(List.of(body));
    while (!work.isEmpty()) {
      Function function = work.remove();
      if (!seen.add(function.id()) || !function.owner().equals(body.owner())) {
        continue;
      }
      function.blocks().stream()
          .flatMap(block -> block.instructions().stream())
          .filter(Instruction.LoadField.class::isInstance)
          .forEach(load -> read.add(((Instruction.LoadField) load).field().name()));
      for (FunctionId callee : calls.callees(function.id())) {
        Function called = program.function(callee);
        if (called != null) {
          work.add(called);
        }
      }
    }
    return read;
  }
}
