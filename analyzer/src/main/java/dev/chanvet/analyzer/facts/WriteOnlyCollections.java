package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Dispatch;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Operands;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collections that are filled and printed and nothing else: a log, the results of a program that
 * has nothing more to do with them. What is put into such a collection does not matter, so the call
 * that puts it there need not run.
 *
 * <p>By unification (Steensgaard 1996): the variables, fields and results that may hold the same
 * collection make one class, and one use that is not known to be harmless spoils all of it.
 */
final class WriteOnlyCollections {
  private static final Set<String> WRITES =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "clear",
          "merge",
          "offer",
          "offerFirst",
          "offerLast",
          "push",
          "put",
          "putAll",
          "putIfAbsent");

  private final Hierarchy hierarchy;
  private final CallGraph callGraph;
  private final Classes classes = new Classes();
  private final Map<Object, Integer> nodes = new HashMap<>();
  private final Map<Invoke, Integer> writes = new IdentityHashMap<>();
  private final Set<Invoke> harmless = Collections.newSetFromMap(new IdentityHashMap<>());

  /** A register of a function. */
  private record Variable(FunctionId function, int register) {}

  /** What a function returns. */
  private record Result(FunctionId function) {}

  /** Classes of nodes, each spoilt or not. */
  private static final class Classes {
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final BitSet spoilt = new BitSet();

    int find(int node) {
      int root = node;
      for (Integer up = parents.get(root); up != null; up = parents.get(root)) {
        root = up;
      }
      if (root != node) {
        parents.put(node, root);
      }
      return root;
    }

    void unite(int one, int other) {
      int a = find(one);
      int b = find(other);
      if (a != b) {
        parents.put(b, a);
        spoilt.set(a, spoilt.get(a) || spoilt.get(b));
      }
    }

    void spoil(int node) {
      spoilt.set(find(node));
    }

    boolean isSpoilt(int node) {
      return spoilt.get(find(node));
    }
  }

  WriteOnlyCollections(Hierarchy hierarchy, CallGraph callGraph) {
    this.hierarchy = hierarchy;
    this.callGraph = callGraph;
    for (Function function : hierarchy.program().functions()) {
      if (!hierarchy.isModel(function.owner())) {
        new Reader(function).read();
      }
    }
    writes.forEach((invoke, receiver) -> {
      if (!classes.isSpoilt(receiver)) {
        harmless.add(invoke);
      }
    });
  }

  /** Whether a call does nothing but put something into such a collection. */
  boolean isWrite(Invoke invoke) {
    return harmless.contains(invoke);
  }

  private int node(Object thing) {
    return nodes.computeIfAbsent(thing, t -> nodes.size());
  }

  private int variable(Function function, Register register) {
    return node(new Variable(function.id(), register.index()));
  }

  /** Reads one function of the program. */
  private final class Reader {
    private final Function function;
    private final BitSet read = new BitSet();

    Reader(Function function) {
      this.function = function;
    }

    private int of(Register register) {
      return variable(function, register);
    }

    void read() {
      boolean calledByOthers =
          function.kind() == Function.Kind.LAMBDA
              || hierarchy.ancestors(function.owner()).size() > 2;
      if (function.kind() == Function.Kind.METHOD && calledByOthers) {
        function.parameters().forEach(parameter -> spoil(parameter.register()));
      }
      for (BasicBlock block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          Operands.of(instruction).forEach(register -> read.set(register.index()));
        }
        Operands.of(block.terminator()).forEach(register -> read.set(register.index()));
      }
      for (BasicBlock block : function.blocks()) {
        block.instructions().forEach(this::read);
        if (block.terminator() instanceof Terminator.Return end && end.value() != null) {
          if (calledByOthers) {
            spoil(end.value());
          } else {
            classes.unite(of(end.value()), node(new Result(function.id())));
          }
        } else if (block.terminator() instanceof Terminator.Throw thrown) {
          spoil(thrown.exception());
        }
      }
    }

    private void spoil(@Nullable Register register) {
      if (register != null) {
        classes.spoil(of(register));
      }
    }

    private void read(Instruction instruction) {
      switch (instruction) {
        case Instruction.Copy c -> classes.unite(of(c.source()), of(c.target()));
        case Instruction.Cast c -> classes.unite(of(c.source()), of(c.target()));
        case Instruction.Constant c -> {
          if (!(c.literal() instanceof Literal.Null)) {
            spoil(c.target());
          }
        }
        case Instruction.NewObject n -> {
          if (!isCollection(n.type())) {
            spoil(n.target());
          }
        }
        case Instruction.LoadField l -> {
          spoil(l.object());
          hold(l.field(), l.target());
        }
        case Instruction.StoreField s -> {
          spoil(s.object());
          hold(s.field(), s.value());
        }
        case Instruction.LoadStatic l -> hold(l.field(), l.target());
        case Instruction.StoreStatic s -> hold(s.field(), s.value());
        case Instruction.MakeClosure m -> {
          capture(m);
          spoil(m.target());
        }
        case Invoke i -> call(i);
        case Instruction.Compute c -> spoil(c.target());
        case Instruction.TypeTest t -> spoil(t.target());
        case Instruction.EnterMonitor m -> {}
        case Instruction.ExitMonitor m -> {}
        default -> {
          Operands.of(instruction).forEach(this::spoil);
          spoil(instruction.target());
        }
      }
    }

    private void hold(FieldRef field, Register register) {
      TypeDeclaration owner =
          field.owner() == null ? null : hierarchy.fieldOwner(field.owner(), field.name());
      if (owner == null) {
        spoil(register);
      } else {
        classes.unite(of(register), node(owner.name() + "." + field.name()));
      }
    }

    private void capture(Instruction.MakeClosure closure) {
      Function body = hierarchy.program().function(closure.body());
      for (int i = 0; i < closure.captures().size(); i++) {
        if (body == null) {
          spoil(closure.captures().get(i));
        } else {
          classes.unite(
              of(closure.captures().get(i)), variable(body, body.parameters().get(i).register()));
        }
      }
      if (body != null) {
        body.parameters().stream()
            .skip(closure.captures().size())
            .forEach(parameter -> classes.spoil(variable(body, parameter.register())));
      }
    }

    private void call(Invoke invoke) {
      List<Function> targets =
          callGraph.targets(invoke).stream()
              .filter(target -> target.name().equals(invoke.name()))
              .toList();
      boolean own =
          !targets.isEmpty()
              && targets.stream()
                  .allMatch(target ->
                      target.hasBody() && !target.varargs() && !hierarchy.isModel(target.owner()));
      if (own) {
        targets.forEach(target -> enter(invoke, target));
      } else {
        callLibrary(invoke, targets.isEmpty());
      }
    }

    private void enter(Invoke invoke, Function target) {
      if (invoke.receiver() != null && target.self() != null) {
        classes.unite(of(invoke.receiver()), variable(target, target.self()));
      }
      for (int i = 0; i < invoke.arguments().size(); i++) {
        classes.unite(
            of(invoke.arguments().get(i)), variable(target, target.parameters().get(i).register()));
      }
      if (invoke.target() != null) {
        classes.unite(of(invoke.target()), node(new Result(target.id())));
      }
    }

    private void callLibrary(Invoke invoke, boolean unknown) {
      Register answer = invoke.target();
      if (answer != null && isSynchronizedView(invoke)) {
        classes.unite(of(invoke.arguments().getFirst()), of(answer));
        return;
      }
      spoil(answer);
      if (!(unknown && Harmless.call(invoke))) {
        invoke.arguments().forEach(this::spoil);
      }
      Register receiver = invoke.receiver();
      if (receiver == null || constructs(invoke)) {
        return;
      }
      if (isWriteByName(invoke)) {
        writes.put(invoke, of(receiver));
      } else {
        spoil(receiver);
      }
    }

    private boolean constructs(Invoke invoke) {
      return invoke.dispatch() == Dispatch.SPECIAL && invoke.name().equals("<init>");
    }

    private boolean isWriteByName(Invoke invoke) {
      Register answer = invoke.target();
      return invoke.dispatch() == Dispatch.VIRTUAL
          && WRITES.contains(invoke.name())
          && (answer == null || !read.get(answer.index()))
          && invoke.arguments().stream().noneMatch(this::isFunction);
    }

    /** Whether a register may hold a lambda of the program, which does who knows what. */
    private boolean isFunction(Register register) {
      return function.blocks().stream()
          .flatMap(block -> block.instructions().stream())
          .filter(instruction -> register.equals(instruction.target()))
          .anyMatch(instruction ->
              instruction instanceof Instruction.MakeClosure
                  || (instruction instanceof Instruction.MakeMethodReference
                      && !callGraph.targets(instruction).isEmpty()));
    }

    private boolean isSynchronizedView(Invoke invoke) {
      return invoke.dispatch() == Dispatch.STATIC
          && invoke.owner() != null
          && invoke.owner().name().equals("java.util.Collections")
          && invoke.name().startsWith("synchronized")
          && invoke.arguments().size() == 1;
    }
  }

  private boolean isCollection(TypeRef type) {
    String name = type.name();
    return type.dimensions() == 0
        && name.startsWith("java.util.")
        && (hierarchy.inherits(name, "java.util.Collection")
            || hierarchy.inherits(name, "java.util.Map"))
        && !hierarchy.inherits(name, "java.util.concurrent.BlockingQueue");
  }
}
