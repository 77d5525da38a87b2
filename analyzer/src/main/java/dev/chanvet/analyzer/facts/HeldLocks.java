package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The user functions in which a lock or permit may be held for longer than its holder computes:
 * those that may wait for something else meanwhile, a signal included, and those that may return
 * without having given it back. Whoever waits for a future's result counts as well. All others can
 * do each other no harm, in whatever order they are called.
 */
public final class HeldLocks {
  private static final Set<Primitive> TAKES =
      Set.of(
          Primitive.LOCK,
          Primitive.TRY_LOCK,
          Primitive.TIMED_LOCK,
          Primitive.ACQUIRE,
          Primitive.TRY_ACQUIRE,
          Primitive.TIMED_ACQUIRE);
  private static final Set<Primitive> GIVES_BACK = Set.of(Primitive.UNLOCK, Primitive.ADD);

  private static final Set<Primitive> WAITS =
      Set.of(
          Primitive.LOCK,
          Primitive.ACQUIRE,
          Primitive.SEND,
          Primitive.RECEIVE,
          Primitive.SELECT,
          Primitive.AWAIT_ZERO,
          Primitive.AWAIT_SIGNAL,
          Primitive.JOIN);

  private final Hierarchy hierarchy;
  private final CallGraph callGraph;
  private final Summaries summaries;
  private final Set<FunctionId> holders = new HashSet<>();

  /** Finds them in a whole program. */
  public HeldLocks(Hierarchy hierarchy, CallGraph callGraph, Summaries summaries) {
    this.hierarchy = hierarchy;
    this.callGraph = callGraph;
    this.summaries = summaries;
    Deque<Function> work = new ArrayDeque<>();
    for (Function function : hierarchy.program().functions()) {
      if (!hierarchy.isModel(function.owner()) && holds(function) && holders.add(function.id())) {
        work.add(function);
      }
    }
    while (!work.isEmpty()) {
      Function held = work.remove();
      for (FunctionId caller : callGraph.callers(held.id())) {
        Function function = hierarchy.program().function(caller);
        if (function != null && isNear(function.owner(), held.owner()) && holders.add(caller)) {
          work.add(function);
        }
      }
    }
  }

  /** Whether what one class locks is a matter of the other one: it is around it, or above it. */
  private boolean isNear(String caller, String owner) {
    return hierarchy.inherits(caller, owner)
        || hierarchy.outermost(caller).equals(hierarchy.outermost(owner));
  }

  /** Whether a call of the function may hold one for long, itself or through others. */
  public boolean mayBeKeptBy(FunctionId function) {
    return holders.contains(function);
  }

  private boolean holds(Function function) {
    int waits = 0;
    boolean takes = false;
    for (BasicBlock block : function.blocks()) {
      for (int i = 0; i < block.instructions().size(); i++) {
        Instruction instruction = block.instructions().get(i);
        Set<Primitive> effects = summaries.of(instruction);
        boolean wait = !Collections.disjoint(effects, WAITS);
        waits += wait ? 1 : 0;
        if (wait && isOnFuture(instruction)) {
          return true;
        }
        if (isTaking(function, instruction, effects)) {
          takes = true;
          boolean monitor = instruction instanceof Instruction.EnterMonitor;
          if (!monitor && mayBeKept(function, block, i)) {
            return true;
          }
        }
      }
    }
    return takes && waits > 1;
  }

  /** Whether the function itself takes a lock here that others know, and does not give it back. */
  private boolean isTaking(Function function, Instruction instruction, Set<Primitive> effects) {
    if (Collections.disjoint(effects, TAKES)) {
      return false;
    }
    return switch (instruction) {
      case Instruction.EnterMonitor enter -> isShared(function, enter.lock(), new HashSet<>());
      case Instruction.Invoke call ->
          isOnLock(call)
              && !isGivingBack(call)
              && call.receiver() != null
              && isShared(function, call.receiver(), new HashSet<>());
      default -> false;
    };
  }

  private boolean isOnFuture(Instruction instruction) {
    return instruction instanceof Instruction.Invoke call
        && callGraph.targets(call).stream()
            .allMatch(f -> hierarchy.isModel(f.owner()) && f.owner().endsWith("Future"));
  }

  private boolean isOnLock(Instruction.Invoke call) {
    List<Function> targets = callGraph.targets(call);
    return !targets.isEmpty()
        && targets.stream()
            .map(Function::owner)
            .allMatch(owner ->
                owner.startsWith("java.util.concurrent.locks.")
                    || owner.equals("java.util.concurrent.Semaphore"));
  }

  private static boolean isGivingBack(Instruction.Invoke call) {
    return call.name().startsWith("unlock") || call.name().startsWith("release");
  }

  /**
   * Whether several calls of a function may find the same object in a register: it comes from a
   * field, or from whoever calls a function that outsiders cannot call.
   */
  private static boolean isShared(Function function, Register register, Set<Register> seen) {
    if (!seen.add(register)) {
      return false;
    }
    if (register.equals(function.self())) {
      return true;
    }
    if (function.parameters().stream().anyMatch(p -> p.register().equals(register))) {
      return function.kind() == Function.Kind.LAMBDA || function.modifiers().contains("private");
    }
    return function.blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .filter(instruction -> register.equals(instruction.target()))
        .anyMatch(made ->
            switch (made) {
              case Instruction.LoadStatic load -> true;
              case Instruction.Constant constant -> true;
              case Instruction.LoadField load -> isShared(function, load.object(), seen);
              case Instruction.Copy copy -> isShared(function, copy.source(), seen);
              case Instruction.Cast cast -> isShared(function, cast.source(), seen);
              case Instruction.LoadElement load -> isShared(function, load.array(), seen);
              case Instruction.Invoke call ->
                  call.receiver() != null && isShared(function, call.receiver(), seen);
              default -> false;
            });
  }

  /** Whether the function may end after an instruction without anything being given back. */
  private boolean mayBeKept(Function function, BasicBlock block, int position) {
    List<BasicBlock> blocks = function.blocks();
    BitSet seen = new BitSet();
    Deque<Integer> work = new ArrayDeque<>();
    if (givesBack(block, position + 1)) {
      return false;
    }
    work.add(block.index());
    while (!work.isEmpty()) {
      BasicBlock current = blocks.get(work.remove());
      if (isEnd(current)) {
        return true;
      }
      for (int next : Operands.successors(current)) {
        if (!seen.get(next) && !givesBack(blocks.get(next), 0)) {
          seen.set(next);
          work.add(next);
        }
      }
    }
    return false;
  }

  private static boolean isEnd(BasicBlock block) {
    return block.terminator() instanceof Terminator.Return
        || (block.terminator() instanceof Terminator.Throw && Operands.successors(block).isEmpty());
  }

  private boolean givesBack(BasicBlock block, int from) {
    return block.instructions().stream().skip(from).anyMatch(this::givesBack);
  }

  /** Whether it gives a lock back, or calls user code that may. */
  private boolean givesBack(Instruction instruction) {
    return instruction instanceof Instruction.Invoke call && isOnLock(call)
        ? isGivingBack(call)
        : !Collections.disjoint(summaries.of(instruction), GIVES_BACK);
  }
}
