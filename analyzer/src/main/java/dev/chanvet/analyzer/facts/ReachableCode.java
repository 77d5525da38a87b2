package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The code that execution from a class can get to: all of the user classes that it names, directly
 * or through others, with what inherits from them, and those functions of models that any of it may
 * call, as far as their classes are named by code that can be got to. An object of a class that
 * none of this names can only come from code that is not there.
 */
public final class ReachableCode {
  private final Program program;
  private final Hierarchy hierarchy;
  private final CallGraph callGraph;
  private final Map<String, Set<String>> inheriting = new HashMap<>();
  private final Map<Set<String>, Set<FunctionId>> solved = new HashMap<>();
  private final Map<String, Set<FunctionId>> byOwner = new HashMap<>();

  /** Prepares the questions about one program. */
  public ReachableCode(Hierarchy hierarchy, CallGraph callGraph) {
    this.program = hierarchy.program();
    this.hierarchy = hierarchy;
    this.callGraph = callGraph;
    for (TypeDeclaration type : program.types()) {
      for (String above : hierarchy.ancestors(type.name())) {
        if (!above.equals("java.lang.Object")) {
          inheriting.computeIfAbsent(above, name -> new TreeSet<>()).add(type.name());
        }
      }
    }
  }

  /** The functions that may run once {@code function} is called, itself included. */
  public Set<FunctionId> from(Function function) {
    return byOwner.computeIfAbsent(function.owner(), this::from);
  }

  private Set<FunctionId> from(String owner) {
    Set<String> types = new TreeSet<>();
    Deque<String> work = new ArrayDeque<>();
    mention(owner, types, work);
    while (!work.isEmpty()) {
      String name = work.remove();
      TypeDeclaration type = program.type(name);
      if (type != null) {
        hierarchy.ancestors(name).forEach(above -> mention(above, types, work));
        if (!type.model()) {
          inheriting.getOrDefault(name, Set.of()).forEach(heir -> mention(heir, types, work));
          mentioned(type).forEach(each -> mention(each, types, work));
        }
      }
    }
    return solved.computeIfAbsent(types, this::functions);
  }

  private void mention(@Nullable String type, Set<String> types, Deque<String> work) {
    if (type != null && hierarchy.isDeclared(type) && types.add(type)) {
      work.add(type);
    }
  }

  private final Map<String, Set<String>> mentions = new HashMap<>();

  private Set<String> mentioned(TypeDeclaration type) {
    return mentions.computeIfAbsent(
        type.name(),
        name -> {
          Set<String> found = new TreeSet<>();
          type.fields().values().forEach(field -> found.add(field.type().name()));
          for (FunctionId id : type.methods()) {
            Function function = program.function(id);
            if (function != null) {
              function.parameters().forEach(parameter -> found.add(parameter.type().name()));
              for (BasicBlock block : function.blocks()) {
                block.instructions().forEach(instruction -> mentioned(instruction, found));
              }
            }
          }
          return found;
        });
  }

  private static void mentioned(Instruction instruction, Set<String> found) {
    switch (instruction) {
      case Instruction.Unknown u -> add(u.type(), found);
      case Instruction.Cast c -> add(c.type(), found);
      case Instruction.TypeTest t -> add(t.type(), found);
      case Instruction.NewObject n -> add(n.type(), found);
      case Instruction.NewArray n -> add(n.element(), found);
      case Instruction.LoadField l -> add(l.field().owner(), found);
      case Instruction.StoreField s -> add(s.field().owner(), found);
      case Instruction.LoadStatic l -> add(l.field().owner(), found);
      case Instruction.StoreStatic s -> add(s.field().owner(), found);
      case Instruction.MakeMethodReference m -> add(m.owner(), found);
      case Instruction.Invoke i -> {
        add(i.owner(), found);
        i.argumentTypes().forEach(type -> add(type, found));
      }
      case Instruction.Constant c -> {
        if (c.literal() instanceof dev.chanvet.analyzer.ir.Literal.Class type) {
          add(type.type(), found);
        }
      }
      case Instruction.Copy c -> {}
      case Instruction.Compute c -> {}
      case Instruction.LoadElement l -> {}
      case Instruction.StoreElement s -> {}
      case Instruction.ArrayLength a -> {}
      case Instruction.MakeClosure m -> {}
      case Instruction.Perform p -> {}
      case Instruction.Iterate i -> {}
      case Instruction.EnterMonitor m -> {}
      case Instruction.ExitMonitor m -> {}
    }
  }

  private static void add(@Nullable TypeRef type, Set<String> found) {
    if (type != null) {
      found.add(type.name());
    }
  }

  private static void add(@Nullable String type, Set<String> found) {
    if (type != null) {
      found.add(type);
    }
  }

  /** All functions of the user classes in {@code types}, and what they call of models. */
  private Set<FunctionId> functions(Set<String> types) {
    Search search = new Search();
    program.types().stream()
        .map(TypeDeclaration::name)
        .filter(name -> types.contains(name) || name.startsWith("dev.chanvet.model."))
        .forEach(search::mention);
    for (String name : types) {
      TypeDeclaration type = program.type(name);
      if (type != null && !type.model()) {
        search.reach(type.methods());
      }
    }
    return search.result();
  }

  /** Follows calls into models, whose classes come to be named on the way. */
  private final class Search {
    private final Set<FunctionId> reached = new HashSet<>();
    private final Deque<FunctionId> work = new ArrayDeque<>();
    private final Set<String> named = new HashSet<>();
    private final Map<String, Set<FunctionId>> waiting = new HashMap<>();

    private void mention(String type) {
      for (String above : hierarchy.ancestors(type)) {
        if (named.add(above)) {
          reach(waiting.getOrDefault(above, Set.of()));
        }
      }
    }

    private void reach(Collection<FunctionId> ids) {
      for (FunctionId id : ids) {
        if (reached.add(id)) {
          work.add(id);
        }
      }
    }

    private Set<FunctionId> result() {
      while (!work.isEmpty()) {
        Function function = program.function(work.remove());
        if (function != null) {
          mentionAll(function);
          callGraph.callees(function.id()).forEach(id -> call(function, id));
        }
      }
      return Set.copyOf(reached);
    }

    private void mentionAll(Function function) {
      Set<String> found = new HashSet<>();
      if (hierarchy.isModel(function.owner())) {
        for (BasicBlock block : function.blocks()) {
          block.instructions().forEach(instruction -> mentioned(instruction, found));
        }
      }
      found.stream().filter(hierarchy::isDeclared).forEach(this::mention);
    }

    private void call(Function caller, FunctionId id) {
      Function called = program.function(id);
      if (called == null || !(hierarchy.isModel(called.owner()) || isLambda(called, caller))) {
        return;
      }
      if (named.contains(called.owner()) || isLambda(called, caller)) {
        reach(List.of(id));
        reach(initializers(called.owner()));
      } else {
        waiting.computeIfAbsent(called.owner(), owner -> new HashSet<>()).add(id);
      }
    }
  }

  private static boolean isLambda(Function called, Function maker) {
    return called.kind() == Function.Kind.LAMBDA && called.owner().equals(maker.owner());
  }

  private List<FunctionId> initializers(String type) {
    return hierarchy.ancestors(type).stream()
        .flatMap(above -> hierarchy.declared(above, "<clinit>").stream())
        .map(Function::id)
        .toList();
  }
}
