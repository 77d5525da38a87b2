package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.DataDemand;
import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.InertCode;
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
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Explores a whole program, root by root, until all code that matters has run. */
public final class Explorations {
  /** Of so many functions, what matters is not solved anew for a few more or less. */
  private static final int LARGE = 1_000;

  private final Hierarchy hierarchy;
  private final MutableFields mutableFields;
  private final Summaries summaries;
  private final CallGraph callGraph;
  private final ReachableCode reachable;
  private final InertCode inertCode;
  private final Map<Set<FunctionId>, Wanted> wanted = new LinkedHashMap<>();
  private final PureFunctions pureFunctions;
  private final Roots roots;
  private final Limits limits;
  private final Set<Long> constants;
  private int spent;
  private int spentInVain;
  private long worked;

  /** Computes the facts that exploring {@code program} needs. */
  public Explorations(Program program, Limits limits) {
    this.hierarchy = new Hierarchy(program);
    this.mutableFields = new MutableFields(hierarchy);
    this.callGraph = new CallGraph(hierarchy);
    this.reachable = new ReachableCode(hierarchy, callGraph);
    this.inertCode = new InertCode(hierarchy, callGraph);
    this.summaries = new Summaries(program, callGraph);
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

  /**
   * Explores from every root, in a fixed order: first as far as most roots ever need, then those
   * that need more, as long as the program has not used up what all its roots may cost together. So
   * one large root does not cost the others their turn.
   */
  public List<Exploration> explore() {
    Map<Root, List<Exploration>> found = new LinkedHashMap<>();
    Set<FunctionId> entered = new HashSet<>();
    for (Root root : roots.programs()) {
      found.put(root, List.of(attempt(root, limits.first(spentInVain), entered)));
    }
    for (Optional<Root> next = roots.next(entered); next.isPresent(); next = roots.next(entered)) {
      found.put(next.get(), List.of(attempt(next.get(), limits.first(spentInVain), entered)));
    }
    found.replaceAll((root, first) ->
        first.getFirst().complete() || first.getFirst().failure() != null
            ? first
            : further(root, first, entered));
    return found.values().stream().flatMap(List::stream).toList();
  }

  /** Explores a root again, and with coarser constants if it is still too large. */
  private List<Exploration> further(Root root, List<Exploration> first, Set<FunctionId> entered) {
    boolean exhausted = spent > limits.together() || worked > limits.work();
    if (exhausted || !roots.isLargelyOfInterest(root)) {
      return first;
    }
    Exploration exact = attempt(root, limits, entered);
    Limits coarser = limits.coarser();
    boolean differs = new Scale(constants, coarser.exactUpTo()).changesAnything();
    return exact.complete() || !differs || spent > limits.together()
        ? List.of(exact)
        : List.of(exact, attempt(root, coarser, entered));
  }

  private Exploration attempt(Root root, Limits within, Set<FunctionId> entered) {
    entered.add(root.function().id());
    try {
      return explore(root, within, entered);
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of the machine must not cost the results of the other roots.
      return Exploration.failed(root, e);
    }
  }

  /**
   * The state space of the first root, in the order of {@link #explore()}, that runs one of {@code
   * wanted}; empty if none does.
   */
  public Optional<StateSpace> around(Set<FunctionId> wanted) {
    Set<FunctionId> entered = new HashSet<>();
    for (Root root : roots.programs()) {
      attempt(root, limits, entered);
      if (!Collections.disjoint(entered, wanted)) {
        return Optional.of(stateSpace(root));
      }
    }
    for (Optional<Root> next = roots.next(entered); next.isPresent(); next = roots.next(entered)) {
      attempt(next.get(), limits, entered);
      if (!Collections.disjoint(entered, wanted)) {
        return Optional.of(stateSpace(next.get()));
      }
    }
    return Optional.empty();
  }

  private StateSpace stateSpace(Root root) {
    Set<FunctionId> reachableCode = reachable.from(root.function());
    Wanted wanted = wanted(reachableCode);
    Explorer explorer = explorer(root, limits, wanted);
    StateSpace space = explorer.stateSpace(callGraph);
    boolean strangers =
        !reachableCode.containsAll(explorer.entered()) || wanted.demand.metStrangers();
    return strangers ? explorer(root, limits, wanted(everything())).stateSpace(callGraph) : space;
  }

  private Exploration explore(Root root, Limits within, Set<FunctionId> entered) {
    Set<FunctionId> reachableCode = reachable.from(root.function());
    Wanted wanted = wanted(reachableCode);
    Set<FunctionId> ran = new HashSet<>();
    Exploration exploration = explore(root, within, wanted, ran);
    entered.addAll(ran);
    boolean strangers = !reachableCode.containsAll(ran) || wanted.demand.metStrangers();
    if (strangers) {
      // Code has run that nobody thought could: what matters to it was not asked for.
      return explore(root, within, wanted(everything()), entered);
    }
    return exploration;
  }

  private Set<FunctionId> everything() {
    Set<FunctionId> all = new HashSet<>();
    hierarchy.program().functions().forEach(function -> all.add(function.id()));
    return all;
  }

  /** What matters to the code that some roots can reach. */
  private record Wanted(Demand demand, DataDemand data) {}

  private Wanted wanted(Set<FunctionId> reachableCode) {
    Set<FunctionId> code = reachableCode;
    if (code.size() >= LARGE && !wanted.containsKey(code)) {
      for (Set<FunctionId> known : wanted.keySet()) {
        if (isNear(known, code)) {
          code = known.containsAll(code) ? known : union(known, code);
          break;
        }
      }
    }
    return wanted.computeIfAbsent(code, this::solve);
  }

  /** Whether what matters to both together is about what matters to either. */
  private static boolean isNear(Set<FunctionId> known, Set<FunctionId> code) {
    int more = Math.abs(known.size() - code.size());
    int few = code.size() / 8;
    return more <= few && code.stream().filter(id -> !known.contains(id)).count() <= few;
  }

  private static Set<FunctionId> union(Set<FunctionId> one, Set<FunctionId> other) {
    Set<FunctionId> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  private Wanted solve(Set<FunctionId> ids) {
    List<Function> functions = ids.stream().map(id -> hierarchy.program().function(id)).toList();
    Demand demand = Demand.of(hierarchy, callGraph, inertCode, functions);
    return new Wanted(demand, DataDemand.of(demand, hierarchy, callGraph, inertCode, functions));
  }

  private Explorer explorer(Root root, Limits within, Wanted wanted) {
    return new Explorer(
        root,
        hierarchy,
        mutableFields,
        summaries,
        wanted.demand,
        wanted.data,
        pureFunctions,
        within,
        new Scale(constants, within.exactUpTo()));
  }

  private Exploration explore(Root root, Limits within, Wanted wanted, Set<FunctionId> entered) {
    Explorer explorer = explorer(root, within, wanted);
    Exploration exploration = explorer.explore();
    entered.addAll(explorer.entered());
    spent += explorer.cost();
    worked += explorer.worked();
    spentInVain += exploration.complete() ? 0 : explorer.cost();
    return exploration;
  }

  /** The program's types. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }
}
