package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Code that does nothing but find out a value: it stores nothing, waits for nothing, calls nothing
 * that does, throws nothing of its own and comes to an end. Where nobody wants the value, it need
 * not run; nor need what only fills collections that nobody looks into. What is lost: exceptions
 * that the JVM itself throws there.
 */
public final class InertCode {
  /** Primitives that only look. */
  private static final Set<Primitive> LOOKS =
      EnumSet.of(
          Primitive.CAPACITY,
          Primitive.PEEK,
          Primitive.IS_CLOSED,
          Primitive.SIZE,
          Primitive.VALUE,
          Primitive.HOLDS_LOCK,
          Primitive.SELF,
          Primitive.ATTACHED,
          Primitive.AT,
          Primitive.LENGTH,
          Primitive.INDEX_OF,
          Primitive.EQUAL,
          Primitive.IS_ARRAY,
          Primitive.IS_KNOWN,
          Primitive.IS_SETTLED);

  /**
   * A stretch of code that a branch decides about, and that both ways leave at one place.
   *
   * @param join the block where the two ways meet again
   * @param assigns the registers that are assigned in between
   * @param calls whether something is called in between
   */
  public record Detour(int join, BitSet assigns, boolean calls) {}

  private final CallGraph callGraph;
  private final WriteOnlyCollections collections;
  private final Hierarchy hierarchy;
  private final Map<FunctionId, Boolean> inert = new HashMap<>();
  private final Set<FunctionId> asked = new HashSet<>();
  private final Map<FunctionId, Map<Integer, Detour>> detours = new HashMap<>();
  private final Map<Instruction, Boolean> calls = new IdentityHashMap<>();

  /** Prepares the questions about one program. */
  public InertCode(Hierarchy hierarchy, CallGraph callGraph) {
    this.hierarchy = hierarchy;
    this.callGraph = callGraph;
    this.collections = new WriteOnlyCollections(hierarchy, callGraph);
  }

  /**
   * Whether a call does nothing but answer, as far as its user can tell; never true where nobody
   * can say what is called.
   */
  public boolean isInert(Invoke invoke) {
    Boolean known = calls.get(invoke);
    if (known == null) {
      List<Function> targets = callGraph.targets(invoke);
      known =
          collections.isWrite(invoke)
              || (targets.isEmpty()
                  ? Harmless.call(invoke)
                      && !isText(invoke)
                      && !invoke.refusesNull()
                      && !readsNumber(invoke)
                      && Fallible.failure(invoke) == null
                  : isCertain(invoke) && targets.stream().allMatch(this::isInert));
      calls.put(invoke, known);
    }
    return known;
  }

  /** Whether a builder of text is asked, which may be written to although it was given away. */
  private static boolean isText(Invoke invoke) {
    return invoke.owner() == null || invoke.owner().name().startsWith("java.lang.StringBu");
  }

  /** Whether it may throw because a text is no number. */
  private static boolean readsNumber(Invoke invoke) {
    return invoke.name().startsWith("parse")
        || invoke.name().equals("valueOf")
        || invoke.name().equals("decode");
  }

  /** Whether all that is called is in the program: its receiver's class is declared there. */
  private boolean isCertain(Invoke invoke) {
    return invoke.owner() != null && hierarchy.isDeclared(invoke.owner().name());
  }

  private boolean isInert(Function function) {
    Boolean known = inert.get(function.id());
    if (known != null) {
      return known;
    }
    if (!asked.add(function.id())) {
      return false; // recursion may go on for ever
    }
    boolean result =
        function.hasBody()
            && !function.isPartial()
            && !isCyclic(function, 0)
            && function.blocks().stream().allMatch(this::isInert);
    inert.put(function.id(), result);
    return result;
  }

  private boolean isInert(BasicBlock block) {
    return !(block.terminator() instanceof Terminator.Throw)
        && block.instructions().stream().allMatch(this::isInert);
  }

  private boolean isInert(Instruction instruction) {
    return switch (instruction) {
      case Instruction.NewObject n -> false;
      case Instruction.NewArray n -> false;
      case Instruction.StoreField s -> false;
      case Instruction.StoreStatic s -> false;
      case Instruction.StoreElement s -> false;
      case Instruction.EnterMonitor m -> false;
      case Instruction.ExitMonitor m -> false;
      case Instruction.Iterate i -> false;
      case Instruction.Perform p -> LOOKS.contains(p.primitive());
      case Invoke i -> isInert(i);
      default -> true;
    };
  }

  /** Whether it is not even possible that the code looks at something that others change. */
  private boolean onlyComputes(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Constant c -> true;
      case Instruction.Copy c -> true;
      case Instruction.Compute c -> true;
      case Instruction.Cast c -> true;
      case Instruction.TypeTest t -> true;
      case Instruction.LoadElement l -> true;
      case Instruction.ArrayLength a -> true;
      case Invoke i -> callGraph.targets(i).isEmpty() && Harmless.call(i);
      default -> false;
    };
  }

  /**
   * The detours of a function, by the block whose branch decides: code that is inert whichever way
   * is taken. A loop is one if it only computes, so that it waits for nobody.
   */
  public Map<Integer, Detour> detours(Function function) {
    Map<Integer, Detour> known = detours.get(function.id());
    if (known == null) {
      known = new HashMap<>();
      PostDominators after = PostDominators.of(function);
      for (BasicBlock block : function.blocks()) {
        if (block.terminator() instanceof Terminator.Branch) {
          Detour detour = detour(function, block.index(), after);
          if (detour != null) {
            known.put(block.index(), detour);
          }
        }
      }
      detours.put(function.id(), known);
    }
    return known;
  }

  private @Nullable Detour detour(Function function, int branch, PostDominators after) {
    int join = after.nearest(branch);
    if (join < 0) {
      return null;
    }
    List<BasicBlock> blocks = function.blocks();
    BitSet region = between(blocks, branch, join);
    boolean cyclic = region.get(branch) || isCyclic(function, branch, join);
    BitSet assigns = new BitSet();
    boolean called = false;
    for (int each = region.nextSetBit(0); each >= 0; each = region.nextSetBit(each + 1)) {
      BasicBlock block = blocks.get(each);
      if (after.nearest(each) < 0) {
        return null;
      }
      for (Instruction instruction : block.instructions()) {
        if (!(cyclic ? onlyComputes(instruction) : isInert(instruction))) {
          return null;
        }
        Register target = instruction.target();
        if (target != null) {
          assigns.set(target.index());
        }
        called |= instruction instanceof Invoke;
      }
    }
    return new Detour(join, assigns, called);
  }

  /** The blocks on the ways from a branch to its join, without the join. */
  private static BitSet between(List<BasicBlock> blocks, int branch, int join) {
    BitSet region = new BitSet();
    BitSet work = new BitSet();
    Operands.targets(blocks.get(branch).terminator()).forEach(work::set);
    while (!work.isEmpty()) {
      int block = work.nextSetBit(0);
      work.clear(block);
      if (block != join && !region.get(block)) {
        region.set(block);
        Operands.targets(blocks.get(block).terminator()).forEach(work::set);
      }
    }
    return region;
  }

  private static boolean isCyclic(Function function, int start) {
    return isCyclic(function, start, -1);
  }

  /** Whether the code from {@code start} on, up to {@code end}, has a loop. */
  private static boolean isCyclic(Function function, int start, int end) {
    return function.hasBody()
        && isCyclic(function.blocks(), start, end, new BitSet(), new BitSet());
  }

  private static boolean isCyclic(
      List<BasicBlock> blocks, int block, int end, BitSet open, BitSet done) {
    if (block == end || done.get(block)) {
      return false;
    }
    if (open.get(block)) {
      return true;
    }
    open.set(block);
    for (int next : Operands.targets(blocks.get(block).terminator())) {
      if (isCyclic(blocks, next, end, open, done)) {
        return true;
      }
    }
    open.clear(block);
    done.set(block);
    return false;
  }
}
