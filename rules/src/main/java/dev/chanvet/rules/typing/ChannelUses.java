package dev.chanvet.rules.typing;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.rules.typing.Directions.Use;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one function: which holders its registers come from, and what it does with them. */
final class ChannelUses {
  static final String CHANNEL = "dev.chanvet.runtime.Channel";

  private static final Set<String> SENDING = Set.of("send", "trySend", "close");
  private static final Set<String> RECEIVING =
      Set.of("receive", "tryReceive", "iterator", "forEach", "spliterator");
  private static final Set<String> NEUTRAL =
      Set.of("capacity", "size", "equals", "hashCode", "toString");

  private final Hierarchy hierarchy;
  private final CallGraph calls;
  private final Directions directions;
  private final Function function;
  private final Map<Register, Set<Holder>> held = new HashMap<>();

  private ChannelUses(
      Hierarchy hierarchy, CallGraph calls, Directions directions, Function function) {
    this.hierarchy = hierarchy;
    this.calls = calls;
    this.directions = directions;
    this.function = function;
  }

  /** Adds what {@code function} does to {@code directions}. */
  static void add(Hierarchy hierarchy, CallGraph calls, Directions directions, Function function) {
    ChannelUses uses = new ChannelUses(hierarchy, calls, directions, function);
    uses.findHolders();
    for (BasicBlock block : function.blocks()) {
      block.instructions().forEach(uses::use);
      uses.use(block.terminator());
    }
  }

  private void findHolders() {
    for (int i = 0; i < function.parameters().size(); i++) {
      hold(function.parameters().get(i).register(), Set.of(new Holder.Parameter(function.id(), i)));
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (BasicBlock block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          Register target = instruction.target();
          changed |= target != null && hold(target, source(instruction));
        }
      }
    }
  }

  private boolean hold(Register register, Set<Holder> holders) {
    return !holders.isEmpty()
        && held.computeIfAbsent(register, r -> new LinkedHashSet<>()).addAll(holders);
  }

  /** The holders whose channel an instruction's result may be. */
  private Set<Holder> source(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Copy copy -> holders(copy.source());
      case Instruction.LoadField load -> field(load.field());
      case Instruction.LoadStatic load -> field(load.field());
      case Invoke invoke -> accessed(invoke);
      default -> Set.of();
    };
  }

  /** The record components that a call may read. */
  private Set<Holder> accessed(Invoke invoke) {
    Set<Holder> components = new LinkedHashSet<>();
    if (invoke.arguments().isEmpty()) {
      calls.targets(invoke).stream()
          .filter(this::isAccessor)
          .forEach(f -> components.add(new Holder.Field(f.owner(), f.name())));
    }
    return components;
  }

  private boolean isAccessor(Function callee) {
    TypeDeclaration owner = hierarchy.program().type(callee.owner());
    return owner != null
        && owner.kind() == TypeDeclaration.Kind.RECORD
        && callee.parameters().isEmpty()
        && owner.fields().containsKey(callee.name());
  }

  private Set<Holder> holders(Register register) {
    return held.getOrDefault(register, Set.of());
  }

  private Set<Holder> field(FieldRef field) {
    Holder known = holder(field);
    return known == null ? Set.of() : Set.of(known);
  }

  private @Nullable Holder holder(FieldRef field) {
    TypeDeclaration owner =
        field.owner() == null ? null : hierarchy.fieldOwner(field.owner(), field.name());
    return owner == null ? null : new Holder.Field(owner.name(), field.name());
  }

  private void use(Terminator terminator) {
    if (!isAccessor(function)) {
      Operands.of(terminator).forEach(register -> use(register, Use.WHOLE));
    }
  }

  private void use(Register register, Use use) {
    holders(register).forEach(holder -> directions.add(holder, use));
  }

  private void use(Instruction instruction) {
    switch (instruction) {
      case Invoke invoke -> use(invoke);
      case Instruction.Iterate loop -> use(loop.source(), Use.RECEIVE);
      case Instruction.StoreField store -> store(store.value(), store.field());
      case Instruction.StoreStatic store -> store(store.value(), store.field());
      case Instruction.MakeClosure closure -> {
        for (int i = 0; i < closure.captures().size(); i++) {
          handOn(closure.captures().get(i), new Holder.Parameter(closure.body(), i));
        }
      }
      case Instruction.MakeMethodReference reference -> {
        if (reference.receiver() != null) {
          call(reference.receiver(), reference.name());
        }
      }
      case Instruction.Copy copy -> {}
      case Instruction.Compute compute -> {}
      case Instruction.EnterMonitor enter -> {}
      case Instruction.ExitMonitor exit -> {}
      default -> Operands.of(instruction).forEach(register -> use(register, Use.WHOLE));
    }
  }

  private void use(Invoke invoke) {
    if (invoke.receiver() != null) {
      call(invoke.receiver(), invoke.name());
    }
    List<Register> arguments = invoke.arguments();
    // A class's initializer, which a call may start, takes none of the arguments.
    List<Function> targets =
        calls.targets(invoke).stream()
            .filter(target -> target.kind() != Function.Kind.STATIC_INITIALIZER)
            .toList();
    for (int i = 0; i < arguments.size(); i++) {
      if (targets.isEmpty()) {
        use(arguments.get(i), Use.WHOLE);
      }
      for (Function target : targets) {
        boolean collected = target.varargs() && i >= target.parameters().size() - 1;
        TypeRef type = collected ? TypeRef.UNKNOWN : target.parameters().get(i).type();
        pass(arguments.get(i), type, new Holder.Parameter(target.id(), i));
      }
    }
  }

  private void call(Register receiver, String method) {
    if (SENDING.contains(method)) {
      use(receiver, Use.SEND);
    } else if (RECEIVING.contains(method)) {
      use(receiver, Use.RECEIVE);
    } else if (!NEUTRAL.contains(method)) {
      use(receiver, Use.WHOLE);
    }
  }

  private void store(Register value, FieldRef field) {
    Holder taker = holder(field);
    TypeDeclaration owner =
        field.owner() == null ? null : hierarchy.fieldOwner(field.owner(), field.name());
    TypeDeclaration.Field declared = owner == null ? null : owner.fields().get(field.name());
    if (taker == null || declared == null) {
      use(value, Use.WHOLE);
    } else {
      pass(value, declared.type(), taker);
    }
  }

  /** What {@code type} is declared to be tells what can be done with it. */
  private void pass(Register value, TypeRef type, Holder taker) {
    switch (type.toString()) {
      case "dev.chanvet.runtime.SendChannel" -> use(value, Use.SEND);
      case "dev.chanvet.runtime.ReceiveChannel" -> use(value, Use.RECEIVE);
      case CHANNEL -> handOn(value, taker);
      default -> use(value, Use.WHOLE);
    }
  }

  private void handOn(Register value, Holder taker) {
    holders(value).forEach(giver -> directions.handsOn(giver, taker));
  }
}
