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
import dev.chanvet.analyzer.ir.Instruction.Perform;
import dev.chanvet.analyzer.ir.Instruction.StoreField;
import dev.chanvet.analyzer.ir.Instruction.StoreStatic;
import dev.chanvet.analyzer.ir.Instruction.Unknown;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Code that is not in the program: what those do who call it from outside, always with arguments of
 * which nothing is known.
 */
final class Script {
  /** Owns the code, and the static fields that keep what several pieces of it share. */
  private static final String OWNER = "dev.chanvet.model.Root";

  private static final Comparator<Function> FEWEST_PARAMETERS =
      Comparator.comparingInt(function -> function.parameters().size());

  private final Hierarchy hierarchy;
  private final List<BasicBlock> blocks = new ArrayList<>();
  private Site site;
  private List<Instruction> code = new ArrayList<>();
  private int registers;

  /** Nothing yet; the first instructions stand at {@code site}. */
  Script(Hierarchy hierarchy, Site site) {
    this.hierarchy = hierarchy;
    this.site = site;
  }

  /** A field for values that outlive a script, and that every other script can load. */
  static FieldRef kept(String name) {
    return new FieldRef(OWNER, name);
  }

  static boolean isKept(FieldRef field) {
    return OWNER.equals(field.owner());
  }

  /** The following instructions stand at another place. */
  void at(Site other) {
    site = other;
  }

  /**
   * An object of the type, made by the constructor with the fewest parameters, or as outsiders have
   * to make it: by a static method, if no constructor is open to them.
   */
  Register made(String type) {
    List<Function> constructors = hierarchy.declared(type, "<init>");
    if (!constructors.isEmpty() && constructors.stream().noneMatch(Script::isOpen)) {
      Optional<Function> factory = Factories.of(type, hierarchy).stream().min(FEWEST_PARAMETERS);
      if (factory.isPresent()) {
        Register made = fresh("self");
        call(made, Dispatch.STATIC, null, factory.get(), named(type));
        return made;
      }
    }
    Register self = unmade(type);
    constructors.stream()
        .min(FEWEST_PARAMETERS)
        .ifPresent(c -> call(null, Dispatch.SPECIAL, self, c, named(type)));
    return self;
  }

  private static boolean isOpen(Function function) {
    return !function.modifiers().contains("private");
  }

  /** How messages call the object. */
  private static String named(String type) {
    return "the " + type.substring(type.lastIndexOf('.') + 1);
  }

  /** An object of the type that no constructor has run for yet. */
  Register unmade(String type) {
    Register self = fresh("self");
    TypeDeclaration declaration = hierarchy.program().type(type);
    code.add(new NewObject(site, self, TypeRef.of(type)));
    if (declaration != null) {
      declaration.fields().values().stream()
          .filter(field -> field.name().startsWith("this$") || field.name().startsWith("val$"))
          .forEach(field ->
              code.add(
                  new StoreField(
                      site, self, new FieldRef(type, field.name()), unknown(field.type()))));
    }
    return self;
  }

  /** The value of a static field. */
  Register load(FieldRef field) {
    Register value = fresh(field.name());
    code.add(new LoadStatic(site, value, field));
    return value;
  }

  void store(FieldRef field, Register value) {
    code.add(new StoreStatic(site, field, value));
  }

  /** Calls a method, on {@code self} unless it is static, and answers what it returns. */
  Register call(@Nullable Register self, Function callee) {
    Register result = fresh("result");
    call(result, dispatch(callee), self, callee, null);
    return result;
  }

  /** The same for a method whose result nobody looks at, or for a constructor. */
  void run(@Nullable Register self, Function callee) {
    call(null, dispatch(callee), self, callee, null);
  }

  private static Dispatch dispatch(Function callee) {
    return callee.isStatic() ? Dispatch.STATIC : Dispatch.SPECIAL;
  }

  private void call(
      @Nullable Register target,
      Dispatch dispatch,
      @Nullable Register self,
      Function callee,
      @Nullable String resultName) {
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
            resultName));
  }

  /** Starts a goroutine. */
  void spawn(Register body) {
    code.add(new Perform(site, fresh("handle"), Primitive.SPAWN, List.of(body)));
  }

  /** Does one of the things that {@code ways} do, whichever, and goes on. */
  void oneOf(List<Runnable> ways) {
    int after = blocks.size() + 2 * ways.size();
    for (int i = 0; i < ways.size(); i++) {
      boolean last = i == ways.size() - 1;
      Register chosen = fresh("chosen");
      code.add(new Perform(site, chosen, Primitive.CHOOSE, List.of()));
      int here = blocks.size();
      end(new Terminator.Branch(site, chosen, here + 1, last ? after : here + 2));
      ways.get(i).run();
      end(new Terminator.Goto(site, after));
    }
  }

  private void end(Terminator terminator) {
    blocks.add(new BasicBlock(blocks.size(), code, terminator, List.of()));
    code = new ArrayList<>();
  }

  /**
   * The script as a function, returning {@code result}.
   *
   * @param name another one for all other code
   */
  Function returning(@Nullable Register result, String name) {
    end(new Terminator.Return(site, result));
    return new Function(
        new FunctionId(OWNER + "." + name),
        Function.Kind.METHOD,
        OWNER,
        "call",
        null,
        List.of(),
        false,
        Set.of("static"),
        registers,
        blocks,
        site);
  }

  /** A value of which nothing is known but its type. */
  private Register unknown(TypeRef type) {
    Register register = fresh("unknown");
    code.add(new Unknown(site, register, type));
    return register;
  }

  private Register fresh(String name) {
    return new Register(registers++, name);
  }
}
