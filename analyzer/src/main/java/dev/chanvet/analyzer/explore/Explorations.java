package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.MutableFields;
import dev.chanvet.analyzer.facts.PureFunctions;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Explores a whole program, root by root, until all code that matters has run. */
public final class Explorations {
  private final Hierarchy hierarchy;
  private final MutableFields mutableFields;
  private final Summaries summaries;
  private final Demand demand;
  private final PureFunctions pureFunctions;
  private final Roots roots;
  private final Limits limits;
  private final Set<Long> constants;
  private int spent;

  /** Computes the facts that exploring {@code program} needs. */
  public Explorations(Program program, Limits limits) {
    this.hierarchy = new Hierarchy(program);
    this.mutableFields = new MutableFields(program);
    CallGraph callGraph = new CallGraph(hierarchy);
    this.summaries = new Summaries(program, callGraph);
    this.demand = new Demand(program, callGraph);
    this.pureFunctions = new PureFunctions(program, hierarchy, callGraph, summaries);
    this.roots = new Roots(hierarchy, callGraph, summaries);
    this.limits = limits;
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

  /** Explores from every root, in a fixed order. */
  public List<Exploration> explore() {
    List<Exploration> all = new ArrayList<>();
    Set<FunctionId> entered = new HashSet<>();
    for (Root root : roots.programs()) {
      all.addAll(explore(root, entered));
    }
    for (Optional<Root> next = roots.next(entered); next.isPresent(); next = roots.next(entered)) {
      all.addAll(explore(next.get(), entered));
    }
    return all;
  }

  /** Explores one root, a second time with coarser constants if it was too large. */
  private List<Exploration> explore(Root root, Set<FunctionId> entered) {
    entered.add(root.function().id());
    Exploration exact;
    try {
      exact = explore(root, spent > limits.together() ? limits.hurried() : limits, entered);
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of the machine must not cost the results of the other roots.
      return List.of(Exploration.failed(root, e));
    }
    if (exact.complete() || spent > limits.together()) {
      return List.of(exact);
    }
    Limits coarser = limits.coarser();
    boolean differs = new Scale(constants, coarser.exactUpTo()).changesAnything();
    return differs ? List.of(exact, explore(root, coarser, entered)) : List.of(exact);
  }

  private Exploration explore(Root root, Limits within, Set<FunctionId> entered) {
    Explorer explorer =
        new Explorer(
            root,
            hierarchy,
            mutableFields,
            summaries,
            demand,
            pureFunctions,
            within,
            new Scale(constants, within.exactUpTo()));
    Exploration exploration = explorer.explore();
    entered.addAll(explorer.entered());
    spent += explorer.cost();
    return exploration;
  }

  /** The program's types. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }
}
