package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Instruction.MakeClosure;
import dev.chanvet.analyzer.ir.Instruction.MakeMethodReference;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which functions may call which, by name, number of arguments and, where it is known, the
 * receiver's declared type (class hierarchy analysis, Dean et al. 1995). A lambda counts as called
 * where it is made: whoever makes it may have it called. Over-approximates: never misses a callee
 * that is in the program.
 */
public final class CallGraph {
  private final Hierarchy hierarchy;
  private final Map<String, List<Function>> byName = new HashMap<>();
  private final Map<String, Set<String>> related = new HashMap<>();
  private final Map<Instruction, List<Function>> targets = new IdentityHashMap<>();
  private final Map<FunctionId, Set<FunctionId>> callees = new HashMap<>();
  private final Map<FunctionId, Set<FunctionId>> callers = new HashMap<>();

  /** Builds the graph of the whole program. */
  public CallGraph(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    Program program = hierarchy.program();
    for (Function function : program.functions()) {
      byName.computeIfAbsent(function.name(), name -> new ArrayList<>()).add(function);
    }
    for (Function function : program.functions()) {
      Set<FunctionId> called = new TreeSet<>();
      for (BasicBlock block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          for (Function callee : targets(instruction)) {
            called.add(callee.id());
          }
        }
      }
      callees.put(function.id(), called);
      for (FunctionId callee : called) {
        callers.computeIfAbsent(callee, id -> new TreeSet<>()).add(function.id());
      }
    }
  }

  /** The functions that {@code function} may call, sorted. */
  public Set<FunctionId> callees(FunctionId function) {
    return callees.getOrDefault(function, Set.of());
  }

  /** The functions that may call {@code function}, sorted. */
  public Set<FunctionId> callers(FunctionId function) {
    return callers.getOrDefault(function, Set.of());
  }

  /** The functions that one instruction may call or hand on to be called. */
  public List<Function> targets(Instruction instruction) {
    List<Function> known = targets.get(instruction);
    if (known == null) {
      known = find(instruction);
      targets.put(instruction, known);
    }
    return known;
  }

  private List<Function> find(Instruction instruction) {
    return switch (instruction) {
      case Invoke invoke -> find(invoke);
      case Instruction.LoadStatic load -> initializers(load.field().owner());
      case Instruction.StoreStatic store -> initializers(store.field().owner());
      case MakeClosure closure -> {
        Function body = hierarchy.program().function(closure.body());
        yield body == null ? List.of() : List.of(body);
      }
      case MakeMethodReference reference -> {
        String owner = reference.owner() == null ? null : reference.owner().name();
        yield byName.getOrDefault(reference.name(), List.of()).stream()
            .filter(f -> owner == null || isRelated(f.owner(), owner))
            .toList();
      }
      case Instruction.Iterate iterate ->
          Stream.concat(
                  byName.getOrDefault("iterator", List.of()).stream()
                      .filter(f -> f.parameters().isEmpty()),
                  hierarchy.declared("dev.chanvet.model.ArrayIterator", "<init>").stream())
              .toList();
      default -> List.of();
    };
  }

  private List<Function> find(Invoke invoke) {
    String owner = invoke.owner() == null ? null : invoke.owner().name();
    boolean exact = invoke.dispatch() != Instruction.Dispatch.VIRTUAL;
    boolean constructs = exact && invoke.name().equals("<init>");
    Stream<Function> called =
        byName.getOrDefault(invoke.name(), List.of()).stream()
            .filter(f -> takes(f, invoke.arguments().size()))
            .filter(f ->
                owner == null
                    || (constructs
                        ? f.owner().equals(owner)
                        : !hierarchy.isDeclared(owner) || isRelated(f.owner(), owner)));
    boolean uses = constructs || invoke.dispatch() == Instruction.Dispatch.STATIC;
    return uses ? Stream.concat(called, initializers(owner).stream()).toList() : called.toList();
  }

  /** What runs when a class is used for the first time. */
  private List<Function> initializers(@Nullable String owner) {
    return owner == null ? List.of() : hierarchy.declared(owner, "<clinit>");
  }

  private static boolean takes(Function function, int arguments) {
    int parameters = function.parameters().size();
    return parameters == arguments || (function.varargs() && arguments >= parameters - 1);
  }

  /**
   * Whether a method that {@code declarer} declares may be meant by a call on an {@code owner}: it
   * inherits it, or some class below it does, perhaps from a class that knows nothing of it.
   */
  private boolean isRelated(String declarer, String owner) {
    return related
        .computeIfAbsent(
            owner,
            name -> {
              Set<String> found = new HashSet<>(hierarchy.ancestors(name));
              for (TypeDeclaration type : hierarchy.program().types()) {
                if (hierarchy.inherits(type.name(), name)) {
                  found.addAll(hierarchy.ancestors(type.name()));
                }
              }
              return found;
            })
        .contains(declarer);
  }
}
