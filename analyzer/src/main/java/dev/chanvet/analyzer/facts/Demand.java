package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.facts.InertCode.Detour;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which values matter: those that can decide where control goes, what an operation acts on, or what
 * another value that matters is. A sum that is only printed does not matter, nor does the parameter
 * that it is computed from, nor a test that decides only about such a sum. States that differ in
 * such values only are the same state.
 *
 * <p>A demand analysis over the code that one root can reach: a parameter matters if its function
 * reads it where it matters, a result if some caller does, a field if some load of it does, a
 * branch if what it decides about is not {@linkplain InertCode inert} or assigns what matters
 * behind it. The least solution, by a worklist of functions over {@link Liveness}.
 */
public class Demand {
  private final Hierarchy hierarchy;
  private final CallGraph callGraph;
  private final ComparedRecords comparedRecords;
  private final InertCode inertCode;
  private final FunctionValues functionValues;
  private final Set<FunctionId> within;
  private final Map<FunctionId, Set<Integer>> parameters = new HashMap<>();
  private final Set<FunctionId> results = new HashSet<>();
  private final FieldSet fields;
  private final Map<FunctionId, Liveness> liveness = new HashMap<>();
  private final Map<FunctionId, Set<Integer>> branches = new HashMap<>();
  private final Map<String, Set<FunctionId>> storers = new HashMap<>();
  private final Map<String, Boolean> functional = new HashMap<>();
  private final Set<FunctionId> callersOfValues = new TreeSet<>();
  private final Set<Primitive> performed = EnumSet.noneOf(Primitive.class);
  private final Deque<Function> work = new ArrayDeque<>();
  private final Set<FunctionId> queued = new HashSet<>();
  private boolean wantsResultsOfValues;
  private boolean metStrangers;

  /**
   * Solves the demands of some functions.
   *
   * @param functions all that may run
   */
  public static Demand of(
      Hierarchy hierarchy,
      CallGraph callGraph,
      InertCode inertCode,
      Collection<Function> functions) {
    FunctionValues functionValues = new FunctionValues(hierarchy, callGraph, functions);
    Demand demand = new Demand(hierarchy, callGraph, inertCode, functionValues, functions);
    demand.solve();
    return demand;
  }

  /** Prepares a problem that is not solved yet. */
  Demand(
      Hierarchy hierarchy,
      CallGraph callGraph,
      InertCode inertCode,
      FunctionValues functionValues,
      Collection<Function> functions) {
    this.hierarchy = hierarchy;
    this.comparedRecords = new ComparedRecords(hierarchy.program());
    this.callGraph = callGraph;
    this.inertCode = inertCode;
    this.functionValues = functionValues;
    this.fields = new FieldSet(hierarchy);
    this.within = new HashSet<>();
    List<Function> bodies =
        functions.stream()
            .filter(Function::hasBody)
            .sorted(Comparator.comparing(Function::id))
            .toList();
    for (Function function : bodies) {
      within.add(function.id());
      note(function);
    }
    bodies.forEach(this::enqueue);
  }

  final void solve() {
    while (!work.isEmpty()) {
      Function function = work.remove();
      queued.remove(function.id());
      solve(function);
    }
  }

  /** Asks for another look at all functions: something that any of them may rest on has changed. */
  final void again() {
    within.stream().sorted().forEach(this::enqueue);
  }

  private void enqueue(Function function) {
    if (within.contains(function.id()) && queued.add(function.id())) {
      work.add(function);
    }
  }

  private void enqueue(FunctionId id) {
    Function function = hierarchy.program().function(id);
    if (function != null) {
      enqueue(function);
    }
  }

  private void note(Function function) {
    for (BasicBlock block : function.blocks()) {
      for (Instruction instruction : block.instructions()) {
        boolean callsValue =
            switch (instruction) {
              case Invoke i -> mayCallValue(i);
              case Instruction.Perform p -> p.primitive() == Primitive.CALL;
              default -> false;
            };
        if (callsValue) {
          callersOfValues.add(function.id());
        }
        if (instruction instanceof Instruction.Perform perform) {
          performed.add(perform.primitive());
        }
        FieldRef stored =
            switch (instruction) {
              case Instruction.StoreField s -> s.field();
              case Instruction.StoreStatic s -> s.field();
              default -> null;
            };
        if (stored != null) {
          storers.computeIfAbsent(stored.name(), name -> new HashSet<>()).add(function.id());
        }
      }
    }
  }

  private void solve(Function function) {
    branches.computeIfAbsent(function.id(), id -> new HashSet<>());
    Liveness live = Liveness.of(function, this);
    while (wantMoreBranches(function, live)) {
      live = Liveness.of(function, this);
    }
    liveness.put(function.id(), live);
    List<Function.Parameter> declared = function.parameters();
    Set<Integer> known = parameters.computeIfAbsent(function.id(), id -> new HashSet<>());
    boolean grown = false;
    for (int i = 0; i < declared.size(); i++) {
      if (live.before(0, 0).get(declared.get(i).register().index())) {
        grown |= known.add(i);
      }
    }
    if (grown) {
      callGraph.callers(function.id()).forEach(this::enqueue);
      if (functionValues.contains(function) && noteValuesRead(function)) {
        callersOfValues.forEach(this::enqueue);
      }
    }
    for (BasicBlock block : function.blocks()) {
      for (int i = 0; i < block.instructions().size(); i++) {
        note(function, block.instructions().get(i), live.isWanted(block.index(), i));
      }
    }
    live.forget();
  }

  /** Whether a branch that did not matter does now: a register that its ways assign is live. */
  boolean wantMoreBranches(Function function, Liveness live) {
    Set<Integer> wanted = branches.computeIfAbsent(function.id(), id -> new HashSet<>());
    boolean more = false;
    for (Map.Entry<Integer, Detour> each : inertCode.detours(function).entrySet()) {
      Detour detour = each.getValue();
      if (!wanted.contains(each.getKey())
          && live.before(detour.join(), 0).intersects(detour.assigns())) {
        wanted.add(each.getKey());
        more = true;
      }
    }
    return more;
  }

  /** An instruction whose result is wanted makes the results and fields that it reads matter. */
  private void note(Function function, Instruction instruction, boolean wanted) {
    switch (instruction) {
      case Instruction.LoadElement load when wanted -> noteElement();
      case Instruction.LoadField load when wanted -> want(load.field());
      case Instruction.LoadStatic load when wanted -> want(load.field());
      case Invoke invoke when wanted -> {
        callGraph.targets(invoke).forEach(this::wantResult);
        if (mayCallValue(invoke)) {
          wantResultsOfValues();
        }
      }
      case Instruction.Perform perform -> {
        if (wanted && perform.primitive() == Primitive.CALL) {
          wantResultsOfValues();
        }
        notePrimitive(function, perform, wanted);
      }
      default -> {}
    }
  }

  private void wantResult(Function callee) {
    if (results.add(callee.id())) {
      enqueue(callee);
    }
  }

  private void wantResultsOfValues() {
    if (!wantsResultsOfValues) {
      wantsResultsOfValues = true;
      functionValues.callables().forEach(callable -> wantResult(callable.function()));
      callersOfValues.forEach(this::enqueue);
    }
  }

  /** Whether some call wants what the function value returns that it calls. */
  final boolean wantsResultsOfValues() {
    return wantsResultsOfValues;
  }

  /** Whether what a call calls may be a lambda, or whatever else is called as a function. */
  final boolean mayCallValue(Invoke invoke) {
    if (invoke.dispatch() != Instruction.Dispatch.VIRTUAL) {
      return false;
    }
    List<Function> callees = callGraph.targets(invoke);
    return callees.isEmpty()
        ? (invoke.owner() == null || !hierarchy.isDeclared(invoke.owner().name()))
            && !Harmless.call(invoke)
        : callees.stream().anyMatch(f -> !f.hasBody() && mayBeLambda(f.owner()));
  }

  final FunctionValues functionValues() {
    return functionValues;
  }

  /** Somebody wants what an array holds. */
  void noteElement() {}

  /** The fields that the machine itself reads. */
  void notePrimitive(Function function, Instruction.Perform perform, boolean wanted) {
    Primitive primitive = perform.primitive();
    if (primitive == Primitive.COMPARE_AND_SET) {
      want(new FieldRef(function.owner(), "value"));
    } else if (primitive == Primitive.SELECT) {
      for (String arm : arms()) {
        List.of("channel", "kind", "value").forEach(name -> want(new FieldRef(arm, name)));
      }
    }
  }

  /** The classes whose objects the machine takes for a select's arms. */
  final List<String> arms() {
    return hierarchy.program().types().stream()
        .filter(TypeDeclaration::model)
        .filter(type -> type.fields().keySet().containsAll(Set.of("channel", "kind", "value")))
        .map(TypeDeclaration::name)
        .toList();
  }

  final void want(FieldRef field) {
    if (fields.add(field)) {
      storers.getOrDefault(field.name(), Set.of()).forEach(this::enqueue);
    }
  }

  /** The registers of a function that matter, point by point. */
  public Liveness of(Function function) {
    Liveness known = liveness.get(function.id());
    if (known == null) {
      metStrangers |= function.kind() != Function.Kind.METHOD || !isStart(function);
      known = Liveness.of(function, this);
      liveness.put(function.id(), known);
    }
    return known;
  }

  /** The function that calls a root is made for the occasion. */
  private boolean isStart(Function function) {
    return hierarchy.program().function(function.id()) == null;
  }

  /**
   * Whether code was asked for that was not thought to be reachable. What has been answered may
   * then be too little.
   */
  public boolean metStrangers() {
    return metStrangers;
  }

  /** Whether anybody wants what a field holds. */
  public boolean wants(FieldRef field) {
    return fields.contains(field);
  }

  /** Whether anybody wants what the field holds that {@code owner} declares. */
  public boolean wants(String owner, String field) {
    return fields.contains(owner, field);
  }

  /** The functions that a call may lead to. */
  final List<Function> targets(Instruction instruction) {
    return callGraph.targets(instruction);
  }

  /** Whether some of the code performs {@code primitive}. */
  public boolean mayPerform(Primitive primitive) {
    return performed.contains(primitive);
  }

  /** Where a branch leads both ways and nobody wants to know which: the detour, to be left out. */
  public @Nullable Detour detour(Function function, int block) {
    Set<Integer> wanted = branches.get(function.id());
    return wanted == null || wanted.contains(block) ? null : inertCode.detours(function).get(block);
  }

  /** Whether nobody wants what a call answers, and it does nothing else. */
  public boolean isIdle(Function caller, int block, int position, Invoke invoke) {
    Liveness live = liveness.get(caller.id());
    return live != null && !live.isWanted(block, position) && inertCode.isInert(invoke);
  }

  /**
   * The registers that {@code instruction} makes matter.
   *
   * @param wanted whether its result matters
   */
  List<Register> needs(Function function, Instruction instruction, boolean wanted) {
    return switch (instruction) {
      case Instruction.Copy c -> wanted ? Operands.of(c) : List.of();
      case Instruction.Compute c -> wanted ? Operands.of(c) : List.of();
      case Instruction.Cast c -> wanted ? Operands.of(c) : List.of();
      case Instruction.TypeTest t -> wanted ? Operands.of(t) : List.of();
      case Instruction.StoreField s -> mayBeRead(s.field()) ? Operands.of(s) : List.of(s.object());
      case Instruction.StoreStatic s -> mayBeRead(s.field()) ? Operands.of(s) : List.of();
      case Instruction.MakeClosure m -> captures(m);
      case Invoke i -> {
        wantCompared(i);
        yield !wanted && inertCode.isInert(i) ? List.of() : receiverAndArguments(i);
      }
      default -> Operands.of(instruction);
    };
  }

  /** Wants what some records hold that a call compares. */
  final void wantCompared(Invoke invoke) {
    comparedRecords.components(invoke).forEach(this::want);
  }

  /** Whether a field is read by the code, or may be by code that is not known. */
  private boolean mayBeRead(FieldRef field) {
    return field.owner() == null || !hierarchy.isDeclared(field.owner()) || fields.contains(field);
  }

  /** The registers that {@code terminator} of {@code function} makes matter. */
  List<Register> needs(Function function, int block, Terminator terminator) {
    if (terminator instanceof Terminator.Branch && detour(function, block) != null) {
      return List.of();
    }
    boolean unwanted = terminator instanceof Terminator.Return && !wantsResult(function);
    return unwanted ? List.of() : Operands.of(terminator);
  }

  /** Whether what a function returns matters. */
  boolean wantsResult(Function function) {
    // Function values may be called by anybody, so what they return may matter to anybody.
    return function.kind() == Function.Kind.LAMBDA || results.contains(function.id());
  }

  /** Whether some call wants the result of that very function. */
  final boolean wantsOwnResult(Function function) {
    return results.contains(function.id());
  }

  final List<Register> captures(Instruction.MakeClosure closure) {
    Set<Integer> wanted = parameters.getOrDefault(closure.body(), Set.of());
    List<Register> needed = new ArrayList<>();
    for (int i = 0; i < closure.captures().size(); i++) {
      if (wanted.contains(i)) {
        needed.add(closure.captures().get(i));
      }
    }
    return needed;
  }

  private List<Register> receiverAndArguments(Invoke invoke) {
    List<Register> needed = new ArrayList<>();
    if (invoke.receiver() != null) {
      needed.add(invoke.receiver());
    }
    needed.addAll(arguments(invoke, callGraph.targets(invoke).isEmpty() && !Harmless.call(invoke)));
    return needed;
  }

  /**
   * The arguments of a call that matter to what it may call.
   *
   * @param otherwise whether they do where nothing in the program is called
   */
  final List<Register> arguments(Invoke invoke, boolean otherwise) {
    List<Register> needed = new ArrayList<>();
    List<Function> callees = callGraph.targets(invoke);
    for (int i = 0; i < invoke.arguments().size(); i++) {
      int position = i;
      boolean matters =
          callees.isEmpty()
              ? otherwise || (mayCallValue(invoke) && valuesRead(position))
              : callees.stream().anyMatch(callee -> isWanted(callee, position));
      if (matters) {
        needed.add(invoke.arguments().get(i));
      }
    }
    return needed;
  }

  /** Whether a function reads a parameter where it matters. */
  final boolean reads(Function function, int parameter) {
    return parameters.getOrDefault(function.id(), Set.of()).contains(parameter);
  }

  private boolean isWanted(Function callee, int argument) {
    int last = callee.parameters().size() - 1;
    int position = callee.varargs() ? Math.min(argument, last) : argument;
    return callee.hasBody()
        ? reads(callee, position)
        : mayBeLambda(callee.owner()) && valuesRead(argument);
  }

  /**
   * A function that may be called as a value reads more of its parameters.
   *
   * @return whether it reads an argument that no function value has read so far
   */
  boolean noteValuesRead(Function function) {
    return false;
  }

  /** Whether what is called as a function may look at that argument. */
  boolean valuesRead(int argument) {
    return true; // by code outside the program as well
  }

  /** Whether a lambda may stand for an object of that type: it has just one abstract method. */
  private boolean mayBeLambda(String type) {
    return functional.computeIfAbsent(
        type,
        name -> {
          TypeDeclaration declared = hierarchy.program().type(name);
          return declared == null
              || declared.methods().stream()
                      .map(hierarchy.program()::function)
                      .filter(method -> method != null && !method.hasBody())
                      .count()
                  <= 1;
        });
  }
}
