package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.DataDemand;
import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.InertCode;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Explores a whole program, root by root, until all code that matters has run. */
public final class Explorations {
  /** Of so many functions, what matters is not solved anew for a few more or less. */
  private static final int LARGE = 1_000;

  /** What matters is remembered for so many functions, those of different roots counted anew. */
  private static final int REMEMBERED = 50_000;

  private final Hierarchy hierarchy;
  private final MutableFields mutableFields;
  private final Summaries summaries;
  private final CallGraph callGraph;
  private final ReachableCode reachable;
  private final InertCode inertCode;
  private final Map<Set<FunctionId>, Wanted> wanted = new LinkedHashMap<>();
  private final PureFunctions pureFunctions;
  private final LoadedFields loadedFields;
  private final Roots roots;
  private final Pairs pairs;
  private final Limits limits;
  private final Set<Long> constants;

  /** Computes the facts that exploring {@code program} needs. */
  public Explorations(Program program, Limits limits) {
    this.hierarchy = new Hierarchy(program);
    this.mutableFields = new MutableFields(hierarchy);
    this.callGraph = new CallGraph(hierarchy);
    this.reachable = new ReachableCode(hierarchy, callGraph);
    this.inertCode = new InertCode(hierarchy, callGraph);
    this.summaries = new Summaries(program, callGraph);
    this.pureFunctions = new PureFunctions(program, hierarchy, callGraph, summaries);
    this.loadedFields = new LoadedFields(program, callGraph);
    this.roots = new Roots(hierarchy, callGraph, summaries);
    this.pairs = new Pairs(hierarchy, callGraph, summaries);
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
   * Explores from every root: first as far as most roots ever need, then those that need more, the
   * small ones first. What is decided may cost what it costs; looks in vain end each of these
   * rounds. So a few large roots do not cost the others their turn.
   */
  public List<Exploration> explore() {
    Map<Root, List<Exploration>> found = new LinkedHashMap<>();
    Set<FunctionId> entered = new HashSet<>();
    Expense expense = new Expense(limits);
    for (Root root : roots.programs()) {
      found.put(root, List.of(look(root, expense, entered)));
    }
    Set<FunctionId> called = Set.copyOf(entered);
    for (Optional<Root> next = roots.next(entered); next.isPresent(); next = roots.next(entered)) {
      found.put(next.get(), List.of(look(next.get(), expense, entered)));
    }
    if (expense.isUsedUp()) {
      again(found, entered);
    }
    further(found, entered);
    List<Exploration> all = new ArrayList<>();
    found.values().forEach(all::addAll);
    Set<@Nullable Function> done = new HashSet<>();
    all.stream()
        .filter(exploration -> exploration.stuck().stream().anyMatch(Rescue::isAboutLocks))
        .forEach(exploration -> done.add(exploration.root().function()));
    all.addAll(clients(called, done));
    return all;
  }

  /**
   * Lets two clients of each class call what may go wrong between them.
   *
   * @param called the functions whose callers are known
   * @param done the methods of which no more is asked: they have gone wrong, or are too large
   */
  private List<Exploration> clients(Set<FunctionId> called, Set<@Nullable Function> done) {
    List<Exploration> explorations = new ArrayList<>();
    Expense expense = new Expense(limits);
    for (Root pair : pairs.besides(called)) {
      if (!done.contains(pair.function()) && !done.contains(pair.other())) {
        Limits within = expense.isUsedUp() ? limits.glance() : limits.first();
        Exploration exploration = attempt(pair, within, expense, new HashSet<>());
        explorations.add(exploration);
        if (!exploration.complete()) {
          done.add(pair.function());
        }
        if (!exploration.stuck().isEmpty()) {
          done.add(pair.function());
          done.add(pair.other());
        }
      }
    }
    return explorations;
  }

  /** The first look at a root. */
  private Exploration look(Root root, Expense expense, Set<FunctionId> entered) {
    Limits within = expense.isUsedUp() ? limits.glance() : limits.first();
    return attempt(root, within, expense, entered);
  }

  /** Gives those roots a whole first look that had only a glance. */
  private void again(Map<Root, List<Exploration>> found, Set<FunctionId> entered) {
    Expense expense = new Expense(limits);
    for (Exploration glance : undecided(found)) {
      if (expense.isUsedUp()) {
        return;
      }
      if (glance.states() < limits.first().states()) {
        Root root = glance.root();
        found.put(root, List.of(attempt(root, limits.first(), expense, entered)));
      }
    }
  }

  /** Explores roots again, and with coarser constants if they are still too large. */
  private void further(Map<Root, List<Exploration>> found, Set<FunctionId> entered) {
    Limits coarser = limits.coarser();
    boolean differs = new Scale(constants, coarser.exactUpTo()).changesAnything();
    Expense expense = new Expense(limits);
    for (Exploration look : undecided(found)) {
      if (expense.isUsedUp()) {
        return;
      }
      Root root = look.root();
      if (roots.isLargelyOfInterest(root)) {
        Exploration exact = attempt(root, limits, expense, entered);
        found.put(
            root,
            exact.complete() || !differs || expense.isUsedUp()
                ? List.of(exact)
                : List.of(exact, attempt(root, coarser, expense, entered)));
      }
    }
  }

  /** The looks at roots that were too large so far, those with the least code first. */
  private List<Exploration> undecided(Map<Root, List<Exploration>> found) {
    return found.values().stream()
        .map(List::getFirst)
        .filter(Explorations::isTooLarge)
        .sorted(Comparator.comparingInt(look -> reachable.from(look.root().function()).size()))
        .toList();
  }

  private static boolean isTooLarge(Exploration exploration) {
    return !exploration.complete() && exploration.failure() == null;
  }

  private Exploration attempt(Root root, Limits within, Expense expense, Set<FunctionId> entered) {
    entered.add(root.function().id());
    try {
      return explore(root, within, expense, entered);
    } catch (OutOfMemoryError e) {
      // What this root took is free again.
      return Exploration.failed(root, "it needs more memory than the JVM may take (see -Xmx)");
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of the machine must not cost the results of the other roots.
      return Exploration.failed(root, e.toString());
    }
  }

  /**
   * The state space of the first root, in the order of {@link #explore()}, that runs one of {@code
   * wanted}; empty if none does.
   */
  public Optional<StateSpace> around(Set<FunctionId> wanted) {
    Set<FunctionId> entered = new HashSet<>();
    Expense expense = new Expense(limits);
    for (Root root : roots.programs()) {
      attempt(root, limits, expense, entered);
      if (!Collections.disjoint(entered, wanted)) {
        return Optional.of(stateSpace(root));
      }
    }
    for (Optional<Root> next = roots.next(entered); next.isPresent(); next = roots.next(entered)) {
      attempt(next.get(), limits, expense, entered);
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

  private Exploration explore(Root root, Limits within, Expense expense, Set<FunctionId> entered) {
    Set<FunctionId> reachableCode = reachable.from(root.function());
    Wanted wanted = wanted(reachableCode);
    Set<FunctionId> ran = new HashSet<>();
    Exploration exploration = explore(root, within, wanted, expense, ran);
    entered.addAll(ran);
    boolean strangers = !reachableCode.containsAll(ran) || wanted.demand.metStrangers();
    if (strangers) {
      // Code has run that nobody thought could: what matters to it was not asked for.
      return explore(root, within, wanted(everything()), expense, entered);
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
    Wanted known = wanted.get(code);
    if (known == null) {
      known = solve(code);
      wanted.put(code, known);
      forgetOldest();
    }
    return known;
  }

  /** Solutions of large programs take much memory, and roots that follow each other are alike. */
  private void forgetOldest() {
    int together = wanted.keySet().stream().mapToInt(Set::size).sum();
    Iterator<Set<FunctionId>> oldest = wanted.keySet().iterator();
    while (together > REMEMBERED && wanted.size() > 1) {
      together -= oldest.next().size();
      oldest.remove();
    }
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
    return explorer(root, within, wanted, new Scale(constants, within.exactUpTo()));
  }

  private Explorer explorer(Root root, Limits within, Wanted wanted, Scale scale) {
    return new Explorer(
        root,
        hierarchy,
        mutableFields,
        summaries,
        wanted.demand,
        wanted.data,
        pureFunctions,
        loadedFields,
        within,
        scale);
  }

  private Exploration explore(
      Root root, Limits within, Wanted wanted, Expense expense, Set<FunctionId> entered) {
    Scale scale = new Scale(constants, within.exactUpTo());
    Explorer explorer = explorer(root, within, wanted, scale);
    Exploration exploration = explorer.explore();
    if (scale.isStrained()) {
      explorer = explorer(root, within, wanted, Scale.exact(constants));
      exploration = explorer.explore();
    }
    entered.addAll(explorer.entered());
    if (!exploration.complete()) {
      expense.add(explorer.cost(), explorer.worked());
    }
    return root.kind() == Root.Kind.CLIENTS
        ? exploration.only(beyondRescue(root, exploration, explorer, within, wanted))
        : exploration;
  }

  /** What no further call from outside could mend. */
  private List<Stuck> beyondRescue(
      Root root, Exploration exploration, Explorer explorer, Limits within, Wanted wanted) {
    List<Stuck> lost = new ArrayList<>();
    for (Stuck stuck : exploration.stuck()) {
      for (Cause cause : Cause.of(stuck)) {
        if (Rescue.isAboutLocks(cause)) {
          State state = explorer.stateOf(stuck);
          Rescue rescue = new Rescue(root, hierarchy, summaries, stuck, cause);
          Explorer later = explorer(root, within, wanted, Scale.exact(constants));
          boolean rescued = later.leadsOn(rescue.coming(state), rescue.places(state));
          Set<FunctionId> ran = new HashSet<>(explorer.entered());
          ran.addAll(later.entered());
          if (!rescued && !rescue.mayComeFromElsewhere(state, ran)) {
            lost.add(new Stuck(cause.blocked(), stuck.alive(), stuck.trace()));
          }
        }
      }
    }
    return lost;
  }

  /** The program's types. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }
}
