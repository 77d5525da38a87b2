package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.Member;
import dev.chanvet.analyzer.syntax.MemberTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lambdas and method references. */
final class Lambdas {
  /**
   * A lambda that is lowered: code that a {@code finally} repeats makes closures of the same body.
   */
  record Lowered(FunctionId id, List<String> captures) {}

  private final FunctionLowering f;

  Lambdas(FunctionLowering f) {
    this.f = f;
  }

  Value lambda(LambdaExpr e, Goal goal) {
    Lowered lowered = f.program.lambda(e);
    if (lowered == null) {
      lowered = lower(e);
      f.program.addLambda(e, lowered);
    }
    return closure(f.site(e), lowered, goal);
  }

  private Value closure(Site site, Lowered lowered, Goal goal) {
    List<Register> captures = new ArrayList<>();
    for (String name : lowered.captures()) {
      captures.add(captured(site, name));
    }
    Register target = f.target(goal);
    f.emit(new Instruction.MakeClosure(site, target, lowered.id(), captures));
    return new Value(target, TypeRef.UNKNOWN);
  }

  private Register captured(Site site, String name) {
    Register self = name.equals(FunctionLowering.THIS) ? f.self() : null;
    if (self != null) {
      return self;
    }
    return f.find(name) instanceof Variable.InRegister local
        ? local.register()
        : f.unknown(site, TypeRef.UNKNOWN, Goal.VALUE).register();
  }

  private Lowered lower(LambdaExpr e) {
    FunctionLowering body = f.lambda();
    List<Function.Parameter> own = new ArrayList<>();
    boolean varargs = false;
    for (Parameter parameter : e.getParameters()) {
      TypeRef type = MemberTable.parameterType(f.types(), parameter);
      Register register = body.variable(parameter.getNameAsString());
      body.locals.declare(parameter.getNameAsString(), register, type);
      own.add(new Function.Parameter(register, type));
      varargs |= parameter.isVarArgs();
    }
    Expression expression = e.getExpressionBody().orElse(null);
    return f.program.lambdaBody(
        body,
        own,
        varargs,
        f.site(e),
        () -> {
          if (expression == null) {
            body.statements.lower(e.getBody());
          } else {
            body.code.returns(body.site(expression), body.expressions.value(expression).register());
          }
        });
  }

  Value reference(MethodReferenceExpr e, Goal goal) {
    Site site = f.site(e);
    String name = e.getIdentifier().equals("new") ? "<init>" : e.getIdentifier();
    Expression scope = asValue(e.getScope());
    if (scope instanceof SuperExpr) {
      return inSuper(site, name, goal);
    }
    TypeRef owner = f.names.asType(scope);
    if (owner == null) {
      Value receiver = f.expressions.value(scope);
      TypeRef type = receiver.type().isUnknown() ? null : receiver.type();
      return reference(site, f.snapshot(site, receiver.register()), type, name, goal);
    }
    DeclaredType declared = name.equals("<init>") ? f.declared(owner) : null;
    boolean hasSurroundings =
        declared != null && (declared.isInner() || !declared.captures().isEmpty());
    return declared != null && hasSurroundings
        ? constructor(site, declared, goal)
        : reference(site, null, owner, name, goal);
  }

  /**
   * The scope {@code letters} of {@code letters::close}: the parser takes every name there for a
   * type, so a name that a variable hides or that no type has is turned into an expression.
   */
  private Expression asValue(Expression scope) {
    if (!(scope instanceof TypeExpr expression)
        || !(expression.getType() instanceof ClassOrInterfaceType type)
        || type.getTypeArguments().isPresent()) {
      return scope;
    }
    Expression value = asExpression(type);
    boolean isVariable = f.find(type.getNameWithScope().split("\\.")[0]) != null;
    return isVariable || f.names.asType(value) == null ? value : scope;
  }

  private static Expression asExpression(ClassOrInterfaceType type) {
    Expression value =
        type.getScope()
            .<Expression>map(
                outer -> new FieldAccessExpr(asExpression(outer), type.getNameAsString()))
            .orElseGet(() -> new NameExpr(type.getNameAsString()));
    type.getRange().ifPresent(value::setRange);
    return value;
  }

  private Value reference(
      Site site, @Nullable Register receiver, @Nullable TypeRef owner, String name, Goal goal) {
    Register target = f.target(goal);
    f.emit(new Instruction.MakeMethodReference(site, target, receiver, owner, name));
    return new Value(target, TypeRef.UNKNOWN);
  }

  /** {@code super::name} as a lambda, since the reference must not go by the object's class. */
  private Value inSuper(Site site, String name, Goal goal) {
    String superclass = f.type.superclass();
    TypeRef owner = TypeRef.of(superclass == null ? "java.lang.Object" : superclass);
    DeclaredType declared = f.declared(owner);
    List<Member.Method> methods = declared == null ? List.of() : declared.methods(name);
    if (methods.isEmpty()) {
      return reference(site, f.self(), owner, name, goal);
    }
    FunctionLowering body = f.lambda();
    Register self = body.self();
    List<Value> arguments = parameters(body, methods);
    Register result = body.temporary();
    body.emit(
        new Instruction.Invoke(
            site,
            result,
            Instruction.Dispatch.SPECIAL,
            self,
            owner,
            name,
            Calls.registers(arguments),
            Calls.types(arguments),
            null));
    body.code.returns(site, result);
    return closure(site, synthesized(site, body, arguments), goal);
  }

  /**
   * {@code Inner::new} as a lambda, since the new object holds some of this code's surroundings.
   */
  private Value constructor(Site site, DeclaredType type, Goal goal) {
    FunctionLowering body = f.lambda();
    List<Value> arguments = parameters(body, type.constructors());
    TypeRef ref = TypeRef.of(type.name());
    Register object = body.creations.construct(site, ref, type, null, arguments, null);
    body.code.returns(site, object);
    return closure(site, synthesized(site, body, arguments), goal);
  }

  /** The parameters of the overload with the fewest: the reference does not tell which is meant. */
  private static List<Value> parameters(FunctionLowering body, List<Member.Method> overloads) {
    List<String> names =
        overloads.stream()
            .map(Member.Method::parameterNames)
            .min(Comparator.comparingInt(List::size))
            .orElse(List.of());
    return names.stream().map(n -> new Value(body.variable(n), TypeRef.UNKNOWN)).toList();
  }

  private Lowered synthesized(Site site, FunctionLowering body, List<Value> arguments) {
    List<Function.Parameter> own =
        arguments.stream().map(v -> new Function.Parameter(v.register(), v.type())).toList();
    return f.program.lambdaBody(body, own, false, site, () -> {});
  }
}
