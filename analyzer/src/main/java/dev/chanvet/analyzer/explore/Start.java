package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Dispatch;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Instruction.LoadStatic;
import dev.chanvet.analyzer.ir.Instruction.NewObject;
import dev.chanvet.analyzer.ir.Instruction.StoreField;
import dev.chanvet.analyzer.ir.Instruction.StoreStatic;
import dev.chanvet.analyzer.ir.Instruction.Unknown;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first state of a root: one goroutine that calls the root's function with unknown arguments;
 * for an instance method, on an object made for it by the constructor with the fewest parameters.
 * That object, or the one that a constructor as a root has made, stays known to the clients that
 * may come later. Around a test runs what its class has run around each test.
 */
final class Start {
  /** Where the object that a root's method is called on is kept. */
  static final FieldRef RECEIVER = new FieldRef("dev.chanvet.model.Root", "receiver");

  private final Function function;
  private final Hierarchy hierarchy;
  private final Site site;
  private final List<Instruction> code = new ArrayList<>();
  private int registers;

  private Start(Function function, Hierarchy hierarchy) {
    this.function = function;
    this.hierarchy = hierarchy;
    this.site = function.site();
  }

  static State of(Root root, Hierarchy hierarchy) {
    Function entry = new Start(root.function(), hierarchy).entry();
    State state = new State();
    Goroutine first = new Goroutine(state.nextGoroutine++, null, false);
    first.stack.add(new Frame(entry, Frame.OnReturn.DELIVER, null));
    state.goroutines.add(first);
    return state;
  }

  private Function entry() {
    Register result = fresh("result");
    boolean test = function.modifiers().contains(Function.TEST);
    if (test) {
      around(Function.BEFORE_ALL, null).forEach(f -> call(null, Dispatch.STATIC, null, f));
    }
    if (function.isStatic()) {
      call(result, Dispatch.STATIC, null, function);
    } else if (function.kind() == Function.Kind.CONSTRUCTOR) {
      Register self = unmade();
      call(null, Dispatch.SPECIAL, self, function);
      code.add(new StoreStatic(site, RECEIVER, self));
    } else {
      Register self = receiver();
      if (test) {
        around(Function.BEFORE_EACH, self).forEach(f -> call(null, Dispatch.SPECIAL, self, f));
      }
      call(result, Dispatch.SPECIAL, self, function);
      if (test) {
        List<Function> after = around(Function.AFTER_EACH, self);
        after.reversed().forEach(f -> call(null, Dispatch.SPECIAL, self, f));
      }
    }
    BasicBlock block = new BasicBlock(0, code, new Terminator.Return(site, result), List.of());
    return new Function(
        new FunctionId("dev.chanvet.model.Root.call(" + function.id() + ")"),
        Function.Kind.METHOD,
        "dev.chanvet.model.Root",
        "call",
        null,
        List.of(),
        false,
        Set.of("static"),
        registers,
        List.of(block),
        site);
  }

  /**
   * The methods that run around each test of the root's class: inherited ones first, none that is
   * overridden.
   */
  private List<Function> around(String modifier, @Nullable Register self) {
    Map<String, Function> bySignature = new LinkedHashMap<>();
    for (String type : hierarchy.ancestors(function.owner()).reversed()) {
      TypeDeclaration declaration = hierarchy.program().type(type);
      if (declaration != null) {
        for (FunctionId id : declaration.methods()) {
          Function method = hierarchy.program().function(id);
          if (method != null
              && method.hasBody()
              && method.modifiers().contains(modifier)
              && method.isStatic() == (self == null)) {
            bySignature.put(method.name() + method.parameters().size(), method);
          }
        }
      }
    }
    return List.copyOf(bySignature.values());
  }

  private Register receiver() {
    TypeDeclaration type = hierarchy.program().type(function.owner());
    if (type != null && !type.enumConstants().isEmpty()) {
      Register self = fresh("self");
      code.add(
          new LoadStatic(site, self, new FieldRef(type.name(), type.enumConstants().getFirst())));
      return self;
    }
    Register self = unmade();
    hierarchy.declared(function.owner(), "<init>").stream()
        .min(Comparator.comparingInt((Function c) -> c.parameters().size()))
        .ifPresent(constructor -> call(null, Dispatch.SPECIAL, self, constructor));
    code.add(new StoreStatic(site, RECEIVER, self));
    return self;
  }

  /** An object of the function's class that no constructor has run for yet. */
  private Register unmade() {
    Register self = fresh("self");
    TypeDeclaration type = hierarchy.program().type(function.owner());
    code.add(new NewObject(site, self, TypeRef.of(function.owner())));
    if (type != null) {
      type.fields().values().stream()
          .filter(field -> field.name().startsWith("this$") || field.name().startsWith("val$"))
          .forEach(field ->
              code.add(
                  new StoreField(
                      site, self, new FieldRef(type.name(), field.name()), unknown(field.type()))));
    }
    return self;
  }

  private void call(
      @Nullable Register target, Dispatch dispatch, @Nullable Register self, Function callee) {
    List<Register> arguments = new ArrayList<>();
    List<TypeRef> types = new ArrayList<>();
    for (Function.Parameter parameter : callee.parameters()) {
      arguments.add(unknown(parameter.type()));
      types.add(parameter.type());
    }
    code.add(
        new Invoke(
            site,
            target,
            dispatch,
            self,
            TypeRef.of(callee.owner()),
            callee.name(),
            arguments,
            types,
            null));
  }

  private Register unknown(TypeRef type) {
    Register register = fresh("unknown");
    code.add(new Unknown(site, register, type));
    return register;
  }

  private Register fresh(String name) {
    return new Register(registers++, name);
  }
}
