package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.visitor.GenericVisitorWithDefaults;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.TypeScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions: sends each kind to the piece that lowers it; literals and casts are lowered here.
 */
final class Expressions extends GenericVisitorWithDefaults<Value, Goal> {
  private static final TypeRef STRING = TypeRef.of("java.lang.String");

  private final FunctionLowering f;

  Expressions(FunctionLowering f) {
    this.f = f;
  }

  Value value(Expression expression) {
    return expression.accept(this, Goal.VALUE);
  }

  Value value(Expression expression, Goal goal) {
    return expression.accept(this, goal);
  }

  /** Evaluates for the effects only. */
  void effect(Expression expression) {
    expression.accept(this, Goal.EFFECT);
  }

  /**
   * Evaluates expressions from left to right. A variable is copied if an expression after it may
   * assign it.
   *
   * @param goals one for each expression
   */
  List<Value> all(List<? extends Expression> expressions, List<Goal> goals) {
    List<Value> values = new ArrayList<>(expressions.size());
    for (int i = 0; i < expressions.size(); i++) {
      Value value = value(expressions.get(i), goals.get(i));
      if (f.isVariable(value.register())
          && mayAssign(expressions.subList(i + 1, expressions.size()), value.register())) {
        Register copy = f.snapshot(f.site(expressions.get(i)), value.register());
        value = new Value(copy, value.type());
      }
      values.add(value);
    }
    return values;
  }

  List<Value> all(List<? extends Expression> expressions) {
    return all(expressions, Collections.nCopies(expressions.size(), Goal.VALUE));
  }

  private static boolean mayAssign(List<? extends Expression> expressions, Register variable) {
    for (Expression expression : expressions) {
      if (!expression.isNameExpr()
          && !expression.isLiteralExpr()
          && Assignments.assigns(expression, variable.name())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Value defaultAction(Node node, Goal goal) {
    f.unsupported(node, "expression not understood");
    return f.unknown(f.site(node), TypeRef.UNKNOWN, goal);
  }

  @Override
  public Value visit(NameExpr e, Goal goal) {
    return f.names.name(e, goal);
  }

  @Override
  public Value visit(FieldAccessExpr e, Goal goal) {
    return f.names.field(e, goal);
  }

  @Override
  public Value visit(ThisExpr e, Goal goal) {
    return f.names.self(e, goal);
  }

  @Override
  public Value visit(EnclosedExpr e, Goal goal) {
    return value(e.getInner(), goal);
  }

  @Override
  public Value visit(AssignExpr e, Goal goal) {
    return f.assignments.assign(e, goal);
  }

  @Override
  public Value visit(UnaryExpr e, Goal goal) {
    return switch (e.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          f.assignments.step(e, goal);
      default -> f.conditions.operations().unary(e, goal);
    };
  }

  @Override
  public Value visit(BinaryExpr e, Goal goal) {
    return switch (e.getOperator()) {
      case AND, OR -> f.conditions.asValue(e, goal);
      default -> f.conditions.operations().binary(e, goal);
    };
  }

  @Override
  public Value visit(InstanceOfExpr e, Goal goal) {
    return f.conditions.asValue(e, goal);
  }

  @Override
  public Value visit(ConditionalExpr e, Goal goal) {
    return f.conditions.conditional(e, goal);
  }

  @Override
  public Value visit(MethodCallExpr e, Goal goal) {
    return f.calls.call(e, goal);
  }

  @Override
  public Value visit(ObjectCreationExpr e, Goal goal) {
    return f.creations.object(e, goal);
  }

  @Override
  public Value visit(ArrayCreationExpr e, Goal goal) {
    return f.creations.arrays().create(e, goal);
  }

  @Override
  public Value visit(ArrayInitializerExpr e, Goal goal) {
    return f.creations.arrays().initialised(e, TypeRef.UNKNOWN, goal);
  }

  @Override
  public Value visit(ArrayAccessExpr e, Goal goal) {
    return f.creations.arrays().load(e, goal);
  }

  @Override
  public Value visit(LambdaExpr e, Goal goal) {
    return f.lambdas.lambda(e, goal);
  }

  @Override
  public Value visit(MethodReferenceExpr e, Goal goal) {
    return f.lambdas.reference(e, goal);
  }

  @Override
  public Value visit(SwitchExpr e, Goal goal) {
    return f.statements.switches().expression(e, goal);
  }

  @Override
  public Value visit(CastExpr e, Goal goal) {
    Value source = value(e.getExpression(), Goal.named(goal.name()));
    TypeRef type = f.type(e.getType());
    if (type.isUnknown()) {
      return f.deliver(f.site(e), source, goal);
    }
    Register target = f.target(goal);
    f.emit(new Instruction.Cast(f.site(e), target, source.register(), type));
    return new Value(target, type);
  }

  @Override
  public Value visit(VariableDeclarationExpr e, Goal goal) {
    for (VariableDeclarator variable : e.getVariables()) {
      declare(variable);
    }
    return Value.NONE;
  }

  private void declare(VariableDeclarator variable) {
    String name = variable.getNameAsString();
    Register register = f.variable(name);
    TypeRef type = f.type(variable.getType());
    Expression initializer = variable.getInitializer().orElse(null);
    Site site = f.site(variable);
    if (initializer == null) {
      f.emit(new Instruction.Constant(site, register, Literals.initial(type)));
    } else {
      Value value = initialise(initializer, type, Goal.into(register, name));
      type = TypeScope.isVar(variable.getType()) ? value.type() : type;
    }
    f.locals.declare(name, register, type);
  }

  /** Evaluates what a variable of that declared type is initialised with. */
  Value initialise(Expression initializer, TypeRef type, Goal goal) {
    return initializer instanceof ArrayInitializerExpr array
        ? f.creations.arrays().initialised(array, type.element(), goal)
        : value(initializer, goal);
  }

  @Override
  public Value visit(NullLiteralExpr e, Goal goal) {
    return f.constant(f.site(e), new Literal.Null(), TypeRef.UNKNOWN, goal);
  }

  @Override
  public Value visit(BooleanLiteralExpr e, Goal goal) {
    return f.constant(f.site(e), new Literal.Bool(e.getValue()), TypeRef.of("boolean"), goal);
  }

  @Override
  public Value visit(IntegerLiteralExpr e, Goal goal) {
    return number(e, Literals.integer(e.getValue()), "int", goal);
  }

  @Override
  public Value visit(LongLiteralExpr e, Goal goal) {
    return number(e, Literals.integer(e.getValue()), "long", goal);
  }

  @Override
  public Value visit(CharLiteralExpr e, Goal goal) {
    return number(e, Literals.character(e), "char", goal);
  }

  private Value number(Expression e, @Nullable Long number, String type, Goal goal) {
    return number == null
        ? f.unknown(f.site(e), TypeRef.of(type), goal)
        : f.constant(f.site(e), new Literal.Int(number), TypeRef.of(type), goal);
  }

  @Override
  public Value visit(DoubleLiteralExpr e, Goal goal) {
    TypeRef type = TypeRef.of(Literals.isFloat(e) ? "float" : "double");
    Double number = Literals.real(e);
    return number == null
        ? f.unknown(f.site(e), type, goal)
        : f.constant(f.site(e), new Literal.Real(number), type, goal);
  }

  @Override
  public Value visit(StringLiteralExpr e, Goal goal) {
    return f.constant(f.site(e), new Literal.Text(Literals.text(e)), STRING, goal);
  }

  @Override
  public Value visit(TextBlockLiteralExpr e, Goal goal) {
    return f.constant(f.site(e), new Literal.Text(Literals.text(e)), STRING, goal);
  }

  @Override
  public Value visit(ClassExpr e, Goal goal) {
    Literal literal = new Literal.Class(f.type(e.getType()));
    return f.constant(f.site(e), literal, TypeRef.of("java.lang.Class"), goal);
  }
}
