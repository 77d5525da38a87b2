package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.source.Site;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a goroutine that runs ahead does to which objects. The copies of a state share
 * what is written down; what the goroutine has taken on its way is each copy's own.
 */
final class Uses {
  /**
   * Something done to an object.
   *
   * @param startedAt of a goroutine that was started on the way: where; null for the one that runs
   *     ahead itself
   */
  record Use(Primitive primitive, @Nullable Site startedAt) {}

  private final int runner;
  private final Map<Integer, Set<Use>> found;
  private final Map<Integer, Integer> taken;

  /** Nothing is done yet by the goroutine {@code runner}. */
  Uses(int runner) {
    this(runner, new TreeMap<>(), new HashMap<>());
  }

  private Uses(int runner, Map<Integer, Set<Use>> found, Map<Integer, Integer> taken) {
    this.runner = runner;
    this.found = found;
    this.taken = taken;
  }

  Uses copy() {
    return new Uses(runner, found, new HashMap<>(taken));
  }

  /** By object id: what is done to it, on any way. */
  Map<Integer, Set<Use>> found() {
    return found;
  }

  /** Of each counter, how often it was taken from and not given back; part of where one stands. */
  Map<Integer, Integer> taken() {
    return Map.copyOf(taken);
  }

  /** Takes note of an operation that is passed, and of what it takes. */
  void pass(Pending pending) {
    if (takes(pending)) {
      take(pending.arguments().getFirst());
    }
  }

  /** Writes down what the pending operation of {@code goroutine} is about to do. */
  void add(State state, Goroutine goroutine) {
    Pending pending = goroutine.operation();
    Primitive primitive = pending.primitive();
    if (primitive == null) {
      return;
    }
    Site startedAt = goroutine.id == runner ? null : goroutine.createdAt;
    if (primitive == Primitive.SELECT) {
      for (Offer offer : Offer.of(state, -1, pending)) {
        boolean sends = offer.kind() == Offer.Kind.SEND;
        add(offer.channel(), new Use(sends ? Primitive.SEND : Primitive.RECEIVE, startedAt));
      }
    } else if (!(primitive == Primitive.ADD && givesBack(pending.arguments().getFirst()))) {
      pass(pending);
      pending.arguments().forEach(argument -> add(argument, new Use(primitive, startedAt)));
    }
  }

  private void add(Value object, Use use) {
    if (object instanceof Value.Reference reference) {
      found.computeIfAbsent(reference.id(), id -> new HashSet<>()).add(use);
    }
  }

  private static boolean takes(Pending pending) {
    return pending.is(Primitive.ACQUIRE) || pending.is(Primitive.TIMED_ACQUIRE);
  }

  private void take(Value counter) {
    if (counter instanceof Value.Reference reference) {
      taken.merge(reference.id(), 1, Integer::sum);
    }
  }

  /** Whether an addition only returns what was taken on the way: that helps nobody. */
  private boolean givesBack(Value counter) {
    if (!(counter instanceof Value.Reference reference) || !taken.containsKey(reference.id())) {
      return false;
    }
    taken.computeIfPresent(reference.id(), (id, times) -> times == 1 ? null : times - 1);
    return true;
  }
}
