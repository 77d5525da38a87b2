package dev.chanvet.analyzer.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reason why goroutines are stuck: either one whose wait nobody could end, or several that wait
 * for each other. Whoever only waits for these is a consequence, not a cause.
 *
 * @param blocked the goroutines that make the cause, by id
 * @param first the one to be reported: of a circle, the first that was started among those that
 *     wait in a channel operation, if there is one
 * @param stuck the situation
 */
public record Cause(List<Blocked> blocked, Blocked first, Stuck stuck) {
  public Cause {
    blocked = List.copyOf(blocked);
  }

  /** Whether several goroutines wait for each other. */
  public boolean isCircular() {
    return blocked.size() > 1;
  }

  /**
   * The causes of a situation: the strongly connected components of "could have been helped by"
   * that lead to no other one.
   */
  public static List<Cause> of(Stuck stuck) {
    Map<Integer, Blocked> byId = new HashMap<>();
    stuck.blocked().forEach(blocked -> byId.put(blocked.goroutine(), blocked));
    Map<Integer, Set<Integer>> reach = new HashMap<>();
    byId.keySet().forEach(id -> reach.put(id, reach(id, byId)));
    List<Cause> causes = new ArrayList<>();
    Set<Integer> done = new TreeSet<>();
    for (int id : new TreeSet<>(byId.keySet())) {
      Set<Integer> component = new TreeSet<>();
      component.add(id);
      for (int other : reach.getOrDefault(id, Set.of())) {
        if (reach.getOrDefault(other, Set.of()).contains(id)) {
          component.add(other);
        }
      }
      boolean leadsOn = !component.containsAll(reach.getOrDefault(id, Set.of()));
      if (!leadsOn && done.add(component.iterator().next())) {
        List<Blocked> members = component.stream().map(byId::get).toList();
        causes.add(new Cause(members, first(members), stuck));
      }
    }
    return causes;
  }

  /**
   * Those whom {@code start} needs, directly or through others; some may not be stuck themselves.
   */
  private static Set<Integer> reach(int start, Map<Integer, Blocked> byId) {
    Set<Integer> reached = new TreeSet<>();
    List<Integer> work = new ArrayList<>(List.of(start));
    while (!work.isEmpty()) {
      Blocked blocked = byId.get(work.removeLast());
      if (blocked != null) {
        for (int needed : blocked.needs()) {
          if (reached.add(needed)) {
            work.add(needed);
          }
        }
      }
    }
    return reached;
  }

  private static Blocked first(List<Blocked> members) {
    return members.stream()
        .min(
            Comparator.comparing((Blocked b) -> !b.isChannelOperation())
                .thenComparingInt(Blocked::goroutine))
        .orElseThrow();
  }
}
