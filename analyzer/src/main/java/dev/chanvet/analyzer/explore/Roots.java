package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Beginnings;
import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where execution may begin: mains, tests, and then, as long as there is code that no exploration
 * has run, the outermost method that leads to some of it. So code is judged in the way it is really
 * called wherever its callers are known.
 */
public final class Roots {
  private static final Set<Primitive> MATTERS =
      Set.of(
          Primitive.SEND,
          Primitive.TRY_SEND,
          Primitive.RECEIVE,
          Primitive.TRY_RECEIVE,
          Primitive.CLOSE,
          Primitive.SELECT,
          Primitive.SPAWN,
          Primitive.LOCK,
          Primitive.ACQUIRE,
          Primitive.AWAIT_ZERO,
          Primitive.AWAIT_SIGNAL);

  private final Hierarchy hierarchy;
  private final CallGraph callGraph;
  private final Summaries summaries;
  private final Beginnings beginnings;
  private final List<Function> candidates;

  /** Prepares the candidates of a program. */
  public Roots(Hierarchy hierarchy, CallGraph callGraph, Summaries summaries) {
    this.hierarchy = hierarchy;
    this.callGraph = callGraph;
    this.summaries = summaries;
    this.beginnings = new Beginnings(hierarchy, callGraph, summaries);
    this.candidates =
        hierarchy.program().functions().stream()
            .filter(function -> function.hasBody() && !hierarchy.isModel(function.owner()))
            .filter(this::matters)
            .sorted(Comparator.comparing(Function::site).thenComparing(Function::id))
            .toList();
  }

  /** Whether running a function, which initializes its class, may lead to what can wait. */
  private boolean matters(Function function) {
    return Stream.concat(
            Stream.of(function), hierarchy.declared(function.owner(), "<clinit>").stream())
        .anyMatch(f -> summaries.of(f.id()).stream().anyMatch(MATTERS::contains));
  }

  /** The entries of whole programs. */
  public List<Root> programs() {
    return candidates.stream()
        .filter(function -> isMain(function) || isTest(function))
        .map(f -> new Root(isMain(f) ? Root.Kind.MAIN : Root.Kind.TEST, f))
        .toList();
  }

  private static boolean isMain(Function function) {
    return function.name().equals("main")
        && function.isStatic()
        && function.kind() == Function.Kind.METHOD
        && (function.parameters().isEmpty()
            || (function.parameters().size() == 1
                && function.parameters().getFirst().type().toString().endsWith("String[]")));
  }

  private static boolean isTest(Function function) {
    return function.modifiers().contains(Function.TEST);
  }

  /**
   * The next entry into code that has not run.
   *
   * @param entered the functions that have run so far, or were tried as roots
   */
  public Optional<Root> next(Set<FunctionId> entered) {
    return candidates.stream()
        .filter(function -> !entered.contains(function.id()) && canBeRoot(function))
        .filter(function -> beginnings.contains(function.id()))
        .min(
            Comparator.comparingInt((Function f) -> openCallers(f, entered))
                .thenComparingInt(f -> f.kind() == Function.Kind.CONSTRUCTOR ? 1 : 0))
        .map(function -> new Root(Root.Kind.ENTRY, function));
  }

  /** Whether it is worth a large budget. */
  boolean isLargelyOfInterest(Root root) {
    return root.kind() != Root.Kind.ENTRY || beginnings.usesChannels(root.function().id());
  }

  private int openCallers(Function function, Set<FunctionId> entered) {
    return (int)
        callGraph.callers(function.id()).stream()
            .filter(caller -> !caller.equals(function.id()) && !entered.contains(caller))
            .map(caller -> hierarchy.program().function(caller))
            .filter(caller -> caller != null && !hierarchy.isModel(caller.owner()))
            .filter(caller -> caller.hasBody())
            .count();
  }

  private boolean canBeRoot(Function function) {
    if (function.kind() == Function.Kind.LAMBDA
        || function.kind() == Function.Kind.STATIC_INITIALIZER) {
      return false;
    }
    if (function.isStatic()) {
      return true;
    }
    TypeDeclaration owner = hierarchy.program().type(function.owner());
    return owner != null
        && owner.kind() != TypeDeclaration.Kind.INTERFACE
        && !owner.modifiers().contains("abstract");
  }
}
