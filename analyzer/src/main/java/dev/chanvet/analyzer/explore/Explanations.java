package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Blocked.Subject;
import dev.chanvet.analyzer.explore.Futures.Future;
import dev.chanvet.analyzer.explore.Uses.Use;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.ServiceLoops;
import dev.chanvet.analyzer.facts.ServiceLoops.Enclosure;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Explains why goroutines are stuck: what each waits for, and who could have come to its help. */
final class Explanations {
  private final Root root;
  private final Hierarchy hierarchy;
  private final Summaries summaries;
  private final Futures futures;
  private final ArmUses arms;
  private final EndlessLoops endlessLoops;
  private final ServiceLoops serviceLoops = new ServiceLoops();

  Explanations(
      Root root,
      Hierarchy hierarchy,
      Summaries summaries,
      Futures futures,
      ArmUses arms,
      EndlessLoops endlessLoops) {
    this.root = root;
    this.hierarchy = hierarchy;
    this.summaries = summaries;
    this.futures = futures;
    this.arms = arms;
    this.endlessLoops = endlessLoops;
  }

  /** Explains all goroutines that are stuck in a state. */
  List<Blocked> of(State state, List<Goroutine> stuck) {
    Map<Integer, Future> known = new HashMap<>();
    List<Blocked> blocked = new ArrayList<>();
    for (Goroutine goroutine : stuck) {
      blocked.add(explain(state, goroutine, known));
    }
    return blocked;
  }

  private Blocked explain(State state, Goroutine goroutine, Map<Integer, Future> known) {
    List<Wait> waits = Wait.of(state, goroutine, arms);
    Set<Integer> needs = new TreeSet<>();
    boolean needsItself = false;
    List<Use> own = new ArrayList<>();
    boolean shared = false;
    boolean clients = false;
    List<Subject> subjects = new ArrayList<>();
    for (Wait wait : waits) {
      HeapObject object = wait.object() < 0 ? null : state.object(wait.object());
      boolean nil = object == null || (object instanceof HeapObject.Channel c && c.isNil());
      subjects.add(
          new Subject(
              wait.kind(),
              object == null ? null : object.origin(),
              nil,
              object instanceof HeapObject.Channel c ? c.droppedAt() : null,
              nil || root.kind() == Root.Kind.CLIENTS ? null : unstartedAt(state, wait.object())));
      if (nil) {
        continue;
      }
      shared |= state.isShared(wait.object());
      for (Goroutine other : state.goroutines) {
        if (!other.ended && helps(state, other, goroutine, wait, known)) {
          if (other == goroutine) {
            needsItself = true;
            own.addAll(helpers(wait, known.get(other.id)));
          } else {
            needs.add(other.id);
          }
        }
      }
      clients |= clientsMayHelp(state, wait);
    }
    return new Blocked(
        goroutine.id,
        Objects.requireNonNull(goroutine.operation().primitive()),
        goroutine.operation().operation(),
        goroutine.operation().site(),
        goroutine.createdAt,
        subjects,
        needs,
        delayedBy(state, goroutine),
        needsItself,
        startedForIt(own),
        state.nextGoroutine == 2 || !shared,
        endlessLoops.holds(goroutine),
        serves(goroutine),
        clients,
        userStack(goroutine));
  }

  /**
   * Who would count down what a goroutine waits for, once it returned from all that it is in: a
   * task of a pool that is being closed.
   */
  private Set<Integer> delayedBy(State state, Goroutine goroutine) {
    Set<Integer> delaying = new TreeSet<>();
    if (goroutine.operation().is(Primitive.AWAIT_ZERO)) {
      int counter = Wait.of(state, goroutine, arms).getFirst().object();
      for (Goroutine other : state.goroutines) {
        if (!other.ended && other != goroutine && countsAfterwards(state, other, counter)) {
          delaying.add(other.id);
        }
      }
    }
    return delaying;
  }

  private boolean countsAfterwards(State state, Goroutine goroutine, int counter) {
    return goroutine.stack.stream()
        .filter(frame -> hierarchy.isModel(frame.function.owner()))
        .filter(frame -> state.reach(frame.values()).get(counter))
        .anyMatch(frame ->
            summaries.from(frame.function, frame.block, frame.position).contains(Primitive.ADD));
  }

  /**
   * Where a thread was made that has the object, and was never started; one that clients may still
   * start does not count.
   */
  private static @Nullable Site unstartedAt(State state, int object) {
    BitSet global = state.reach(state.statics.values());
    return Unstarted.in(state).stream()
        .filter(thread -> !global.get(thread))
        .filter(thread -> state.reach(List.of(new Value.Reference(thread))).get(object))
        .map(thread -> state.object(thread).origin().site())
        .findFirst()
        .orElse(null);
  }

  private boolean helps(
      State state, Goroutine other, Goroutine waiter, Wait wait, Map<Integer, Future> known) {
    return switch (wait.kind()) {
      case A_LOCK -> {
        State.Hold hold = state.locks.get(wait.object());
        yield hold != null && hold.goroutine() == other.id && other != waiter;
      }
      case AN_END ->
          state.object(wait.object()) instanceof HeapObject.Handle handle
              && handle.goroutine() == other.id;
      case A_RECEIVER, A_SENDER_OR_CLOSE, A_COUNT, A_SIGNAL ->
          known
              .computeIfAbsent(other.id, id -> futures.of(state, other))
              .may(wait.helps(), wait.object());
    };
  }

  private static List<Use> helpers(Wait wait, @Nullable Future future) {
    return future == null ? List.of() : future.uses(wait.helps(), wait.object()).toList();
  }

  /** Where those goroutines are started that alone end a wait; none if the waiting one does. */
  private static Set<Site> startedForIt(List<Use> uses) {
    Set<Site> sites = new HashSet<>();
    for (Use use : uses) {
      if (use.startedAt() == null) {
        return Set.of();
      }
      sites.add(use.startedAt());
    }
    return sites;
  }

  /** Whether another method that clients can call might do what is waited for. */
  private boolean clientsMayHelp(State state, Wait wait) {
    if (root.kind() != Root.Kind.ENTRY || wait.helps().isEmpty()) {
      return false;
    }
    Value receiver = state.statics.get(Start.RECEIVER.name());
    if (receiver != null && state.reach(List.of(receiver)).get(wait.object())) {
      return true;
    }
    if (!state.reach(state.statics.values()).get(wait.object())) {
      return false;
    }
    String owner = root.function().owner();
    Program program = hierarchy.program();
    return program.functions().stream()
        .filter(f -> f.kind() == Function.Kind.METHOD && !f.modifiers().contains("private"))
        .filter(f -> f.owner().equals(owner) || hierarchy.inherits(owner, f.owner()))
        .filter(f -> !hierarchy.isModel(f.owner()))
        .anyMatch(f -> {
          Set<Primitive> effects = summaries.of(f.id());
          return wait.helps().stream().anyMatch(effects::contains)
              || effects.contains(Primitive.SELECT);
        });
  }

  /**
   * Whether it takes from a queue of the JDK as a worker of a service does, or as a daemon.
   * Channels are closed when there is no more work; a queue cannot be, so that its workers wait to
   * the end of the program.
   */
  private boolean serves(Goroutine goroutine) {
    Frame model = Stacks.modelFrame(goroutine, hierarchy);
    if (!(goroutine.operation().is(Primitive.RECEIVE) || goroutine.operation().is(Primitive.SELECT))
        || model == null
        || !(model.function.owner().startsWith("java.")
            || model.function.owner().startsWith("dev.chanvet.model."))) {
      return false;
    }
    for (Frame frame : goroutine.stack.reversed()) {
      if (!hierarchy.isModel(frame.function.owner())) {
        Enclosure enclosure = serviceLoops.around(frame.function, frame.block, frame.position);
        if (enclosure.inLoop()) {
          return enclosure.service() || isDaemon(goroutine);
        }
      }
    }
    return false;
  }

  /** Whether its thread was made one that the program does not wait for. */
  private static boolean isDaemon(Goroutine goroutine) {
    return goroutine.stack.stream()
        .limit(2)
        .map(frame -> frame.function)
        .anyMatch(f -> f.name().equals("liveOn") && f.owner().equals("java.lang.Thread"));
  }

  private List<FunctionId> userStack(Goroutine goroutine) {
    return goroutine.stack.reversed().stream()
        .map(frame -> frame.function)
        .filter(function -> !hierarchy.isModel(function.owner()))
        .map(Function::id)
        .toList();
  }
}
