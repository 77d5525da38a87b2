package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.DataDemand;
import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.InertCode;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What matters to code, solved when it is asked for; nearly the same code shares a solution. */
final class Wants {
  /** Of so many functions, what matters is not solved anew for a few more or less. */
  private static final int LARGE = 1_000;

  /** What matters is remembered for so many functions, those of different roots counted anew. */
  private static final int REMEMBERED = 50_000;

  private final Hierarchy hierarchy;
  private final CallGraph callGraph;
  private final InertCode inertCode;
  private final Map<Set<FunctionId>, Wanted> wanted = new LinkedHashMap<>();

  Wants(Hierarchy hierarchy, CallGraph callGraph) {
    this.hierarchy = hierarchy;
    this.callGraph = callGraph;
    this.inertCode = new InertCode(hierarchy, callGraph);
  }

  /** What matters to the code that some roots can reach. */
  record Wanted(Demand demand, DataDemand data) {}

  /** What matters to some functions. */
  Wanted of(Set<FunctionId> reachableCode) {
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
}
