package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.HeldLocks;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The methods that two clients of one object might call to their harm: those that may hold a lock
 * for long, of classes that nobody in the program calls.
 */
final class Pairs {
  /** Of a class with more of either, those that come first in its source are looked at. */
  private static final int MOST_METHODS = 5;

  /** How often a method is called beside itself, so that what a call leaves behind shows. */
  private static final int OFTEN = 2;

  /** What a method does that others may wait for. */
  private static final Set<Primitive> NOTICED =
      Set.of(
          Primitive.SEND,
          Primitive.TRY_SEND,
          Primitive.RECEIVE,
          Primitive.TRY_RECEIVE,
          Primitive.SELECT,
          Primitive.CLOSE,
          Primitive.ADD,
          Primitive.SIGNAL,
          Primitive.SIGNAL_ALL);

  private static final Set<Primitive> LOCKS = Set.of(Primitive.LOCK);
  private static final Set<Primitive> AWAITS_SIGNAL = Set.of(Primitive.AWAIT_SIGNAL);
  private static final Set<Primitive> SPAWNS = Set.of(Primitive.SPAWN);
  private static final Set<Primitive> CLOSES = Set.of(Primitive.CLOSE);
  private static final Set<Primitive> SENDS_OR_CLOSES =
      Set.of(Primitive.SEND, Primitive.TRY_SEND, Primitive.SELECT, Primitive.CLOSE);

  private final Hierarchy hierarchy;
  private final CallGraph callGraph;
  private final Summaries summaries;
  private final HeldLocks heldLocks;

  Pairs(Hierarchy hierarchy, CallGraph callGraph, Summaries summaries) {
    this.hierarchy = hierarchy;
    this.callGraph = callGraph;
    this.summaries = summaries;
    this.heldLocks = new HeldLocks(hierarchy, callGraph, summaries);
  }

  /**
   * The pairs, class by class: first each method beside itself, then beside the others, then beside
   * those that may bring about what it waits for.
   *
   * @param called the functions that run in whole programs, where their clients are known
   */
  List<Root> besides(Set<FunctionId> called) {
    Map<String, List<Function>> byClass = new LinkedHashMap<>();
    hierarchy.program().functions().stream()
        .filter(function -> isOpen(function) && !called.contains(function.id()))
        .sorted(Comparator.comparing(Function::site).thenComparing(Function::id))
        .forEach(f -> byClass.computeIfAbsent(f.owner(), owner -> new ArrayList<>()).add(f));
    return byClass.values().stream().map(this::pairs).flatMap(List::stream).toList();
  }

  private List<Root> pairs(List<Function> methods) {
    List<Function> holders =
        methods.stream().filter(f -> heldLocks.mayBeKeptBy(f.id())).limit(MOST_METHODS).toList();
    List<Function> others =
        methods.stream()
            .filter(f -> !heldLocks.mayBeKeptBy(f.id()))
            .filter(f -> does(f, LOCKS) || does(f, NOTICED))
            .toList();
    Set<Root> pairs = new LinkedHashSet<>();
    holders.forEach(holder -> pairs.add(pair(holder, holder)));
    for (int i = 0; i < holders.size(); i++) {
      for (Function later : holders.subList(i + 1, holders.size())) {
        pairs.add(pair(holders.get(i), later));
      }
    }
    for (Function holder : holders) {
      others.stream()
          .filter(other -> mayMatter(other, holder))
          .limit(MOST_METHODS)
          .forEach(other -> pairs.add(pair(holder, other)));
    }
    addClosers(methods, pairs);
    return List.copyOf(pairs);
  }

  /** Adds what may close a channel of the object, beside itself and what may send or close. */
  private void addClosers(List<Function> methods, Set<Root> pairs) {
    List<Function> ofObject = methods.stream().filter(f -> !f.isStatic()).toList();
    List<Function> closers =
        ofObject.stream().filter(f -> does(f, CLOSES)).limit(MOST_METHODS).toList();
    for (Function closer : closers) {
      pairs.add(pair(closer, closer));
      ofObject.stream()
          .filter(other -> !other.equals(closer) && does(other, SENDS_OR_CLOSES))
          .limit(MOST_METHODS)
          .forEach(other -> pairs.add(pair(closer, other)));
    }
  }

  private boolean does(Function function, Set<Primitive> effects) {
    return !Collections.disjoint(summaries.of(function.id()), effects);
  }

  /** A method that only changes something under a lock matters to who waits until it is changed. */
  private boolean mayMatter(Function other, Function holder) {
    return does(other, NOTICED) || does(holder, AWAITS_SIGNAL);
  }

  private Root pair(Function one, Function other) {
    Function first = one.isStatic() ? other : one;
    Function second = one.isStatic() ? one : other;
    int calls = one.equals(other) ? OFTEN : 1;
    return new Root(Root.Kind.CLIENTS, first, second, starter(first, second), calls);
  }

  /** Whether code outside the program may call it, and none inside does but for its own class. */
  private boolean isOpen(Function function) {
    TypeDeclaration owner = hierarchy.program().type(function.owner());
    return function.kind() == Function.Kind.METHOD
        && function.hasBody()
        && !function.modifiers().contains("private")
        && owner != null
        && !owner.model()
        && owner.kind() != TypeDeclaration.Kind.INTERFACE
        && owner.enumConstants().isEmpty()
        && !owner.modifiers().contains("abstract")
        && callGraph.callers(function.id()).stream()
            .map(hierarchy.program()::function)
            .allMatch(caller -> caller == null || caller.owner().equals(function.owner()));
  }

  /** The one method of the class, besides the two, that starts goroutines; null if not just one. */
  private @Nullable Function starter(Function first, Function second) {
    if (first.isStatic()) {
      return null;
    }
    List<Function> starters =
        hierarchy.bodies(first.owner()).stream()
            .filter(f -> isOpen(f) && !f.isStatic() && does(f, SPAWNS))
            .toList();
    boolean other = starters.size() == 1 && !starters.contains(first) && !starters.contains(second);
    return other ? starters.getFirst() : null;
  }
}
