package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Dispatch;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeDeclaration.Kind;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.Member;
import dev.chanvet.analyzer.syntax.Sites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Method calls. Which function runs is decided by the values; here only how to look for it. */
final class Calls {
  private static final String MACHINE = "dev.chanvet.model.Machine";
  private static final Map<String, Primitive> PRIMITIVES = primitives();

  private final FunctionLowering f;

  Calls(FunctionLowering f) {
    this.f = f;
  }

  private static Map<String, Primitive> primitives() {
    Map<String, Primitive> byName = new HashMap<>();
    for (Primitive primitive : Primitive.values()) {
      byName.put(primitive.methodName(), primitive);
    }
    return Map.copyOf(byName);
  }

  /** How a call looks for its function, once its receiver is evaluated. */
  private record Search(
      Dispatch dispatch,
      @Nullable Register receiver,
      @Nullable TypeRef owner,
      List<Member.Method> candidates) {}

  Value call(MethodCallExpr e, Goal goal) {
    Expression scope = e.getScope().orElse(null);
    if (scope == null) {
      return finish(e, unqualified(e), goal);
    }
    if (scope instanceof SuperExpr above) {
      return finish(e, inSuper(e, above), goal);
    }
    TypeRef owner = f.names.asType(scope);
    if (owner == null) {
      return onObject(e, scope, goal);
    }
    if (f.type.unit().isModel() && owner.name().equals(MACHINE)) {
      return perform(e, goal);
    }
    return finish(
        e, new Search(Dispatch.STATIC, null, owner, candidates(f.declared(owner), e)), goal);
  }

  /** From the name to the closing parenthesis: a long chain is many sites. */
  private Site site(MethodCallExpr e) {
    return Sites.between(f.type.unit().file(), e.getName(), e);
  }

  private Search unqualified(MethodCallExpr e) {
    String name = e.getNameAsString();
    DeclaredType holder = f.names.holderOf(name);
    if (holder != null) {
      List<Member.Method> candidates = candidates(holder, e);
      boolean isStatic = candidates.stream().allMatch(Member.Method::isStatic);
      Register object = isStatic ? null : f.enclosingObject(site(e), holder);
      Dispatch dispatch = object == null ? Dispatch.STATIC : Dispatch.VIRTUAL;
      return new Search(dispatch, object, TypeRef.of(holder.name()), candidates);
    }
    String imported = isOfObject(e) ? null : f.names.importedOwner(name);
    if (imported != null) {
      List<Member.Method> candidates = candidates(f.type.index().find(imported), e);
      return new Search(Dispatch.STATIC, null, TypeRef.of(imported), candidates);
    }
    Register self = f.enclosingObject(site(e), DeclaredType::hasUnknownSupertype);
    self = self == null ? f.self() : self;
    Dispatch dispatch = self == null ? Dispatch.STATIC : Dispatch.VIRTUAL;
    return new Search(dispatch, self, TypeRef.of(f.type.name()), List.of());
  }

  /** Whether every object has that method, as it has {@code wait()}: then nothing is imported. */
  private boolean isOfObject(MethodCallExpr e) {
    DeclaredType object = f.type.index().find("java.lang.Object");
    return f.hasSelf()
        && object != null
        && object.methods(e.getNameAsString()).stream()
            .anyMatch(method -> method.accepts(e.getArguments().size()));
  }

  private Search inSuper(MethodCallExpr e, SuperExpr above) {
    DeclaredType holder = f.type;
    if (above.getTypeName().isPresent()) {
      TypeRef named = f.types().lookupDotted(above.getTypeName().get().asString());
      DeclaredType declared = named == null ? null : f.declared(named);
      if (named != null && (declared == null || declared.kind() == Kind.INTERFACE)) {
        return new Search(Dispatch.SPECIAL, f.self(), named, candidates(declared, e));
      }
      holder = declared == null ? holder : declared;
    }
    String superclass = holder.superclass();
    TypeRef owner = TypeRef.of(superclass == null ? "java.lang.Object" : superclass);
    Register self = f.enclosingObject(site(e), holder);
    return new Search(Dispatch.SPECIAL, self, owner, candidates(f.declared(owner), e));
  }

  private static List<Member.Method> candidates(@Nullable DeclaredType type, MethodCallExpr e) {
    if (type == null) {
      return List.of();
    }
    List<Member.Method> named = type.methods(e.getNameAsString());
    List<Member.Method> fitting =
        named.stream().filter(method -> method.accepts(e.getArguments().size())).toList();
    return fitting.isEmpty() ? named : fitting;
  }

  private Value finish(MethodCallExpr e, Search search, Goal goal) {
    List<Value> arguments =
        f.expressions.all(e.getArguments(), goals(e.getArguments().size(), search.candidates()));
    return invoke(site(e), search, e.getNameAsString(), arguments, goal);
  }

  private Value onObject(MethodCallExpr e, Expression scope, Goal goal) {
    List<Expression> operands = new ArrayList<>();
    operands.add(scope);
    operands.addAll(e.getArguments());
    List<Value> values = f.expressions.all(operands);
    TypeRef type = values.get(0).type();
    Search search =
        new Search(
            Dispatch.VIRTUAL,
            values.get(0).register(),
            type.isUnknown() ? null : type,
            candidates(f.declared(type), e));
    return invoke(site(e), search, e.getNameAsString(), values.subList(1, values.size()), goal);
  }

  private Value invoke(Site site, Search search, String name, List<Value> arguments, Goal goal) {
    Register target = goal.discards() ? null : f.target(goal);
    f.emit(
        new Instruction.Invoke(
            site,
            target,
            search.dispatch(),
            search.receiver(),
            search.owner(),
            name,
            registers(arguments),
            types(arguments),
            goal.name()));
    return target == null ? Value.NONE : new Value(target, result(search, name, arguments.size()));
  }

  static List<Register> registers(List<Value> values) {
    return values.stream().map(Value::register).toList();
  }

  static List<TypeRef> types(List<Value> values) {
    return values.stream().map(Value::type).toList();
  }

  private TypeRef result(Search search, String name, int arguments) {
    List<Member.Method> candidates = search.candidates();
    if (candidates.isEmpty()) {
      return search.owner() == null
          ? TypeRef.UNKNOWN
          : f.type.index().resultOf(search.owner(), name, arguments);
    }
    TypeRef first = candidates.get(0).result();
    boolean agree = candidates.stream().allMatch(method -> method.result().equals(first));
    return agree && !first.name().equals("void") ? first : TypeRef.UNKNOWN;
  }

  /** Names each argument after the parameter it becomes, where there is but one candidate. */
  static List<Goal> goals(int arguments, List<Member.Method> candidates) {
    List<String> names =
        candidates.size() == 1 && !candidates.get(0).varargs()
            ? candidates.get(0).parameterNames()
            : List.of();
    List<Goal> goals = new ArrayList<>(arguments);
    for (int i = 0; i < arguments; i++) {
      goals.add(i < names.size() ? Goal.named(names.get(i)) : Goal.VALUE);
    }
    return goals;
  }

  private Value perform(MethodCallExpr e, Goal goal) {
    Primitive primitive = PRIMITIVES.get(e.getNameAsString());
    List<Value> arguments = f.expressions.all(e.getArguments());
    if (primitive == null) {
      f.unsupported(e, "the machine has no primitive " + e.getNameAsString());
      return f.unknown(site(e), TypeRef.UNKNOWN, goal);
    }
    Register target = goal.discards() ? null : f.target(goal);
    f.emit(new Instruction.Perform(site(e), target, primitive, registers(arguments)));
    return target == null ? Value.NONE : new Value(target, TypeRef.UNKNOWN);
  }
}
