package dev.chanvet.analyzer.ir;

import dev.chanvet.analyzer.ir.Instruction.ArrayLength;
import dev.chanvet.analyzer.ir.Instruction.Cast;
import dev.chanvet.analyzer.ir.Instruction.Compute;
import dev.chanvet.analyzer.ir.Instruction.Constant;
import dev.chanvet.analyzer.ir.Instruction.Copy;
import dev.chanvet.analyzer.ir.Instruction.EnterMonitor;
import dev.chanvet.analyzer.ir.Instruction.ExitMonitor;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Instruction.Iterate;
import dev.chanvet.analyzer.ir.Instruction.LoadElement;
import dev.chanvet.analyzer.ir.Instruction.LoadField;
import dev.chanvet.analyzer.ir.Instruction.LoadStatic;
import dev.chanvet.analyzer.ir.Instruction.MakeClosure;
import dev.chanvet.analyzer.ir.Instruction.MakeMethodReference;
import dev.chanvet.analyzer.ir.Instruction.NewArray;
import dev.chanvet.analyzer.ir.Instruction.NewObject;
import dev.chanvet.analyzer.ir.Instruction.Perform;
import dev.chanvet.analyzer.ir.Instruction.StoreElement;
import dev.chanvet.analyzer.ir.Instruction.StoreField;
import dev.chanvet.analyzer.ir.Instruction.StoreStatic;
import dev.chanvet.analyzer.ir.Instruction.TypeTest;
import dev.chanvet.analyzer.ir.Instruction.Unknown;
import java.util.ArrayList;
import java.util.List;

/**
 * The registers that instructions and terminators read, and the blocks that terminators lead to.
 */
public final class Operands {
  private Operands() {}

  /** The registers that {@code instruction} reads, in order. */
  public static List<Register> of(Instruction instruction) {
    return switch (instruction) {
      case Constant c -> List.of();
      case Unknown u -> List.of();
      case Copy c -> List.of(c.source());
      case Compute c -> c.operands();
      case Cast c -> List.of(c.source());
      case TypeTest t -> List.of(t.source());
      case NewObject n -> List.of();
      case NewArray n -> List.of(n.length());
      case LoadField l -> List.of(l.object());
      case StoreField s -> List.of(s.object(), s.value());
      case LoadStatic l -> List.of();
      case StoreStatic s -> List.of(s.value());
      case LoadElement l -> List.of(l.array(), l.index());
      case StoreElement s -> List.of(s.array(), s.index(), s.value());
      case ArrayLength a -> List.of(a.array());
      case MakeClosure m -> m.captures();
      case MakeMethodReference m -> m.receiver() == null ? List.of() : List.of(m.receiver());
      case Invoke i -> withReceiver(i);
      case Perform p -> p.arguments();
      case Iterate i -> List.of(i.source());
      case EnterMonitor m -> List.of(m.lock());
      case ExitMonitor m -> List.of(m.lock());
    };
  }

  private static List<Register> withReceiver(Invoke invoke) {
    if (invoke.receiver() == null) {
      return invoke.arguments();
    }
    List<Register> all = new ArrayList<>(invoke.arguments().size() + 1);
    all.add(invoke.receiver());
    all.addAll(invoke.arguments());
    return all;
  }

  /** The registers that {@code terminator} reads. */
  public static List<Register> of(Terminator terminator) {
    return switch (terminator) {
      case Terminator.Goto g -> List.of();
      case Terminator.Branch b -> List.of(b.condition());
      case Terminator.Return r -> r.value() == null ? List.of() : List.of(r.value());
      case Terminator.Throw t -> List.of(t.exception());
    };
  }

  /** The blocks that {@code terminator} leads to, without exceptional edges. */
  public static List<Integer> targets(Terminator terminator) {
    return switch (terminator) {
      case Terminator.Goto g -> List.of(g.target());
      case Terminator.Branch b ->
          b.then() == b.otherwise() ? List.of(b.then()) : List.of(b.then(), b.otherwise());
      case Terminator.Return r -> List.of();
      case Terminator.Throw t -> List.of();
    };
  }

  /** The blocks that may run after {@code block}: its terminator's targets and its handlers. */
  public static List<Integer> successors(BasicBlock block) {
    List<Integer> all = new ArrayList<>(targets(block.terminator()));
    for (Handler handler : block.handlers()) {
      if (!all.contains(handler.target())) {
        all.add(handler.target());
      }
    }
    return all;
  }
}
