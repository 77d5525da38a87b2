package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Calls of the JDK's collections that several goroutines have: others may come between any two of
 * them. Only those count that hold what goroutines meet at; under a lock nobody comes between.
 */
final class SharedCollections {
  private final Hierarchy hierarchy;
  private final Map<String, Boolean> collections = new HashMap<>();

  SharedCollections(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Whether others go first, or afterwards, where {@code frame} is about to call {@code self}. */
  boolean mustWait(
      State state, Goroutine goroutine, Frame frame, Value.Reference self, Layout layout) {
    return !goroutine.cleared
        && state.isShared(self.id())
        && !hierarchy.isModel(frame.function.owner())
        && collections.computeIfAbsent(layout.type(), this::isCollection)
        && !state.holdsLock(goroutine)
        && holdsChannels(state, self);
  }

  /** Lets the others go first. */
  Step await(Goroutine goroutine, Frame frame, Value.Reference self) {
    goroutine.pending =
        Pending.access(
            Objects.requireNonNull(frame.instruction()),
            List.of(self),
            Stacks.userSite(goroutine, hierarchy));
    return Step.CONTINUE;
  }

  private boolean isCollection(String type) {
    return hierarchy.isModel(type)
        && (hierarchy.inherits(type, "java.util.Map")
            || hierarchy.inherits(type, "java.util.Collection"))
        && !hierarchy.inherits(type, "java.util.concurrent.BlockingQueue");
  }

  private static boolean holdsChannels(State state, Value.Reference collection) {
    return state.reach(List.of(collection)).stream()
        .anyMatch(id -> state.object(id) instanceof HeapObject.Channel);
  }
}
