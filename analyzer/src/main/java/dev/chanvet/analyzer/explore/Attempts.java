package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Wants.Wanted;
import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.LoadedFields;
import dev.chanvet.analyzer.facts.MutableFields;
import dev.chanvet.analyzer.facts.PureFunctions;
import dev.chanvet.analyzer.facts.ReachableCode;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Program;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/** Explores one root at a time, with the facts about the whole program. */
final class Attempts {
  /** So much more than a channel has room for is sent where nobody knows how much it is. */
  private static final int BEYOND_ROOM = 3;

  /** More is not tried. */
  private static final int MOST_PLENTY = 12;

  private final Hierarchy hierarchy;
  private final CallGraph callGraph;
  private final Summaries summaries;
  private final ReachableCode reachable;
  private final MutableFields mutableFields;
  private final PureFunctions pureFunctions;
  private final LoadedFields loadedFields;
  private final Wants wants;
  private final Set<Long> constants;

  /** The most room that a channel has, by root. */
  private final Map<Root, Long> rooms = new HashMap<>();

  /** The roots in which it is not known how much is sent. */
  private final Set<Root> openEnded = new HashSet<>();

  Attempts(Hierarchy hierarchy, CallGraph callGraph, Summaries summaries, ReachableCode reachable) {
    Program program = hierarchy.program();
    this.hierarchy = hierarchy;
    this.callGraph = callGraph;
    this.summaries = summaries;
    this.reachable = reachable;
    this.mutableFields = new MutableFields(hierarchy);
    this.pureFunctions = new PureFunctions(program, hierarchy, callGraph, summaries);
    this.loadedFields = new LoadedFields(program, callGraph);
    this.wants = new Wants(hierarchy, callGraph);
    this.constants = constants(program);
  }

  private Set<Long> constants(Program program) {
    Set<Long> found = new TreeSet<>();
    for (Function function : program.functions()) {
      if (!hierarchy.isModel(function.owner())) {
        for (BasicBlock block : function.blocks()) {
          for (Instruction instruction : block.instructions()) {
            if (instruction instanceof Instruction.Constant constant
                && constant.literal() instanceof Literal.Int number) {
              found.add(number.value());
            }
          }
        }
      }
    }
    return found;
  }

  /** Whether some constants of the program are larger than {@code within} takes as they are. */
  boolean isScaledBy(Limits within) {
    return new Scale(constants, within.exactUpTo()).changesAnything();
  }

  /**
   * Explores a root.
   *
   * @param expense what it costs goes here, if it is not explored to its end
   * @param entered the functions that run go here
   */
  Exploration of(Root root, Limits within, Expense expense, Set<FunctionId> entered) {
    return attempt(root, within, expense, entered, exactUpTo -> new Scale(constants, exactUpTo));
  }

  private Exploration attempt(
      Root root,
      Limits within,
      Expense expense,
      Set<FunctionId> entered,
      LongFunction<Scale> scales) {
    entered.add(root.function().id());
    try {
      return explore(root, within, expense, entered, scales);
    } catch (OutOfMemoryError e) {
      // What this root took is free again.
      return Exploration.failed(root, "it needs more memory than the JVM may take (see -Xmx)");
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of the machine must not cost the results of the other roots.
      return Exploration.failed(root, e.toString());
    }
  }

  /** Whether more might be sent in a root that was explored than its channels have room for. */
  boolean mayOverfill(Root root) {
    return openEnded.contains(root) && rooms.getOrDefault(root, 0L) > 0;
  }

  /**
   * How much must be sent in a root to be more than its channels have room for, with constants as
   * {@code within} moves them; 0 if they have none, or too much of it.
   */
  int overfull(Root root, Limits within) {
    long room = rooms.getOrDefault(root, 0L);
    long plenty = new Scale(constants, within.exactUpTo()).apply(room) + BEYOND_ROOM;
    return room == 0 || plenty > MOST_PLENTY ? 0 : (int) plenty;
  }

  /** Explores a root once more, with counts and sizes that go beyond the room of its channels. */
  Exploration overfilling(Root root, Limits within, Expense expense) {
    int plenty = overfull(root, within);
    if (plenty == 0) {
      return Exploration.failed(root, "so much is too much");
    }
    return attempt(
        root,
        within,
        expense,
        new HashSet<>(),
        s -> new Scale(constants, s, Amounts.plenty(plenty)));
  }

  /** What a root leads to, in words. */
  StateSpace stateSpace(Root root, Limits limits) {
    Set<FunctionId> reachableCode = reachable.from(root.function());
    Wanted wanted = wants.of(reachableCode);
    Explorer explorer = explorer(root, limits, wanted);
    StateSpace space = explorer.stateSpace(callGraph);
    boolean strangers =
        !reachableCode.containsAll(explorer.entered()) || wanted.demand().metStrangers();
    return strangers ? explorer(root, limits, wants.of(everything())).stateSpace(callGraph) : space;
  }

  private Exploration explore(
      Root root,
      Limits within,
      Expense expense,
      Set<FunctionId> entered,
      LongFunction<Scale> scales) {
    Set<FunctionId> reachableCode = reachable.from(root.function());
    Wanted wanted = wants.of(reachableCode);
    Set<FunctionId> ran = new HashSet<>();
    Exploration exploration = explore(root, within, wanted, expense, ran, scales);
    entered.addAll(ran);
    boolean strangers = !reachableCode.containsAll(ran) || wanted.demand().metStrangers();
    if (strangers) {
      // Code has run that nobody thought could: what matters to it was not asked for.
      return explore(root, within, wants.of(everything()), expense, entered, scales);
    }
    return exploration;
  }

  private Set<FunctionId> everything() {
    Set<FunctionId> all = new HashSet<>();
    hierarchy.program().functions().forEach(function -> all.add(function.id()));
    return all;
  }

  private Explorer explorer(Root root, Limits within, Wanted wanted) {
    return explorer(root, within, wanted, new Scale(constants, within.exactUpTo()));
  }

  private Explorer explorer(Root root, Limits within, Wanted wanted, Scale scale) {
    return new Explorer(
        root,
        hierarchy,
        mutableFields,
        summaries,
        wanted.demand(),
        wanted.data(),
        pureFunctions,
        loadedFields,
        within,
        scale);
  }

  private Exploration explore(
      Root root,
      Limits within,
      Wanted wanted,
      Expense expense,
      Set<FunctionId> entered,
      LongFunction<Scale> scales) {
    Scale scale = scales.apply(within.exactUpTo());
    Explorer explorer = explorer(root, within, wanted, scale);
    Exploration exploration = explorer.explore();
    rooms.put(root, scale.amounts().room());
    if (scale.amounts().isAsked()) {
      openEnded.add(root);
    }
    if (scale.isStrained()) {
      explorer = explorer(root, within, wanted, Scale.exact(constants));
      exploration = explorer.explore();
    }
    entered.addAll(explorer.entered());
    if (!exploration.complete()) {
      expense.add(explorer.cost(), explorer.worked());
    }
    return root.kind() == Root.Kind.CLIENTS
        ? new TwoCallers(
                root,
                hierarchy,
                summaries,
                limits -> explorer(root, limits, wanted, Scale.exact(constants)),
                entered)
            .judge(exploration, explorer, within)
        : exploration;
  }
}
