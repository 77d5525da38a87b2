package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.flow.Fixpoint;
import dev.chanvet.analyzer.flow.Lattice;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Handler;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Register;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which registers may still be read where it matters. A register that is dead at a point does not
 * distinguish states there, and what only dead registers reach is garbage: both keep state spaces
 * small, and tell who can still use a channel.
 *
 * <p>Backward, may (strong liveness, Giegerich et al. 1981): at an instruction, a register is live
 * if some path reads it before assigning it, in a way that {@link Demand} says matters. Any
 * instruction may throw, so what a block's handlers need is live all through the block.
 */
public final class Liveness {
  static final Lattice<BitSet> REGISTERS =
      new Lattice<>() {
        @Override
        public BitSet bottom() {
          return new BitSet();
        }

        @Override
        public BitSet join(BitSet a, BitSet b) {
          BitSet union = (BitSet) a.clone();
          union.or(b);
          return union;
        }
      };

  private final Function function;
  private final Demand demand;

  /** Per block. */
  private final List<BitSet> atEntry;

  /** What has been asked for so far, per block: before each instruction, then the terminator. */
  private BitSet @Nullable [][] before;

  private int @Nullable [][][] numbersBefore;
  private int @Nullable [][][] numbersAcross;

  private Liveness(Function function, Demand demand, List<BitSet> atEntry) {
    this.function = function;
    this.demand = demand;
    this.atEntry = atEntry;
  }

  /** Solves liveness for one function. */
  static Liveness of(Function function, Demand demand) {
    List<BasicBlock> blocks = function.blocks();
    List<List<Integer>> predecessors = new ArrayList<>();
    blocks.forEach(block -> predecessors.add(new ArrayList<>()));
    for (BasicBlock block : blocks) {
      for (int successor : successors(function, demand, block)) {
        predecessors.get(successor).add(block.index());
      }
    }
    List<BitSet> atEntry =
        Fixpoint.solve(
            blocks.size(),
            node -> successors(function, demand, blocks.get(node)),
            predecessors::get,
            REGISTERS,
            (node, atExit) -> points(function, demand, blocks.get(node), atExit, null)[0]);
    return new Liveness(function, demand, atEntry);
  }

  private BitSet[] points(int block) {
    if (before == null) {
      before = new BitSet[function.blocks().size()][];
    }
    if (before[block] == null) {
      BasicBlock code = function.blocks().get(block);
      BitSet atExit = new BitSet();
      successors(function, demand, code).forEach(next -> atExit.or(atEntry.get(next)));
      before[block] = points(function, demand, code, atExit, atEntry);
    }
    return before[block];
  }

  /**
   * Gives back the memory of what has been asked for: most functions are never asked about again.
   */
  void forget() {
    before = null;
  }

  /** Where a block leads to; a detour that does not matter is left out. */
  private static List<Integer> successors(Function function, Demand demand, BasicBlock block) {
    InertCode.Detour detour = demand.detour(function, block.index());
    if (detour == null) {
      return Operands.successors(block);
    }
    List<Integer> all = new ArrayList<>(List.of(detour.join()));
    block.handlers().forEach(handler -> all.add(handler.target()));
    return all;
  }

  private static BitSet[] points(
      Function function,
      Demand demand,
      BasicBlock block,
      BitSet atExit,
      @Nullable List<BitSet> atEntry) {
    List<Instruction> instructions = block.instructions();
    BitSet inHandlers = new BitSet();
    if (atEntry == null) {
      if (!block.handlers().isEmpty()) {
        inHandlers.or(atExit);
      }
    } else {
      for (Handler handler : block.handlers()) {
        inHandlers.or(atEntry.get(handler.target()));
      }
    }
    BitSet[] points = new BitSet[instructions.size() + 1];
    BitSet live = (BitSet) atExit.clone();
    demand
        .needs(function, block.index(), block.terminator())
        .forEach(register -> live.set(register.index()));
    live.or(inHandlers);
    points[instructions.size()] = (BitSet) live.clone();
    for (int i = instructions.size() - 1; i >= 0; i--) {
      Instruction instruction = instructions.get(i);
      Register target = instruction.target();
      boolean wanted = target != null && live.get(target.index());
      if (target != null) {
        live.clear(target.index());
      }
      demand.needs(function, instruction, wanted).forEach(register -> live.set(register.index()));
      live.or(inHandlers);
      points[i] = (BitSet) live.clone();
    }
    return points;
  }

  /**
   * The registers that may be read from here on.
   *
   * @param block index of the block
   * @param position index of the next instruction; the number of instructions for the terminator
   */
  public BitSet before(int block, int position) {
    return points(block)[position];
  }

  /** Whether the result of the instruction at {@code position} matters. */
  boolean isWanted(int block, int position) {
    Register target = function.blocks().get(block).instructions().get(position).target();
    return target != null && before(block, position + 1).get(target.index());
  }

  /** {@link #before} as ascending numbers; not to be changed. */
  public int[] liveBefore(int block, int position) {
    if (numbersBefore == null) {
      numbersBefore = new int[function.blocks().size()][][];
    }
    int[][] numbers = atPoints(numbersBefore, block);
    if (numbers[position] == null) {
      numbers[position] = before(block, position).stream().toArray();
    }
    return numbers[position];
  }

  /**
   * The registers of a frame that waits for the call at {@code position} to return: those live
   * after it, without its result. Ascending, not to be changed.
   */
  public int[] liveAcross(int block, int position) {
    if (numbersAcross == null) {
      numbersAcross = new int[function.blocks().size()][][];
    }
    int[][] numbers = atPoints(numbersAcross, block);
    if (numbers[position] == null) {
      Register target = function.blocks().get(block).instructions().get(position).target();
      int without = target == null ? -1 : target.index();
      numbers[position] =
          before(block, position + 1).stream().filter(register -> register != without).toArray();
    }
    return numbers[position];
  }

  private int[][] atPoints(int[][][] numbers, int block) {
    if (numbers[block] == null) {
      numbers[block] = new int[function.blocks().get(block).instructions().size() + 1][];
    }
    return numbers[block];
  }
}
