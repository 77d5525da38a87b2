package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.lower.Code.Label;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Expressions that decide: short circuits become branches, as in {@code if (a && b)}. */
final class Conditions {
  private static final TypeRef BOOLEAN = TypeRef.of("boolean");

  private final FunctionLowering f;
  private final Operations operations;

  Conditions(FunctionLowering f) {
    this.f = f;
    this.operations = new Operations(f);
  }

  Operations operations() {
    return operations;
  }

  /** Goes to {@code then} if {@code condition} holds, else to {@code otherwise}. */
  void branch(Expression condition, Label then, Label otherwise) {
    if (condition instanceof EnclosedExpr enclosed) {
      branch(enclosed.getInner(), then, otherwise);
    } else if (condition instanceof UnaryExpr unary
        && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      branch(unary.getExpression(), otherwise, then);
    } else if (condition instanceof BinaryExpr binary
        && binary.getOperator() == BinaryExpr.Operator.AND) {
      Label both = new Label();
      int scope = f.locals.open();
      branch(binary.getLeft(), both, otherwise);
      f.code.place(f.site(binary), both);
      where(binary.getLeft(), true, scope, () -> branch(binary.getRight(), then, otherwise));
    } else if (condition instanceof BinaryExpr binary
        && binary.getOperator() == BinaryExpr.Operator.OR) {
      Label neither = new Label();
      int scope = f.locals.open();
      branch(binary.getLeft(), then, neither);
      f.code.place(f.site(binary), neither);
      where(binary.getLeft(), false, scope, () -> branch(binary.getRight(), then, otherwise));
    } else if (condition instanceof BooleanLiteralExpr literal) {
      f.code.jump(f.site(literal), literal.getValue() ? then : otherwise);
    } else if (condition instanceof InstanceOfExpr test) {
      instanceOf(test, then, otherwise);
    } else if (condition instanceof ConditionalExpr choice) {
      choice(choice, then, otherwise);
    } else {
      Register value = f.expressions.value(condition).register();
      f.code.fork(f.site(condition), value, then, otherwise);
    }
  }

  private void choice(ConditionalExpr choice, Label then, Label otherwise) {
    Label first = new Label();
    Label second = new Label();
    Expression condition = choice.getCondition();
    int scope = f.locals.open();
    branch(condition, first, second);
    f.code.place(f.site(choice), first);
    where(condition, true, scope, () -> branch(choice.getThenExpr(), then, otherwise));
    f.code.place(f.site(choice), second);
    where(condition, false, scope, () -> branch(choice.getElseExpr(), then, otherwise));
    f.locals.close(scope);
  }

  private void instanceOf(InstanceOfExpr test, Label then, Label otherwise) {
    Value value = f.expressions.value(test.getExpression());
    if (test.getPattern().isPresent()) {
      f.patterns.match(test.getPattern().get(), value, otherwise);
      f.code.jump(f.site(test), then);
    } else {
      Register result = f.temporary();
      TypeRef type = f.type(test.getType());
      f.emit(new Instruction.TypeTest(f.site(test), result, value.register(), type));
      f.code.fork(f.site(test), result, then, otherwise);
    }
  }

  /**
   * Runs {@code code} where only those pattern variables of {@code condition} are in scope that are
   * bound when it is {@code outcome}. Afterwards all are, and those that the code declared.
   *
   * @param scope the depth before the condition
   */
  void where(Expression condition, boolean outcome, int scope, Runnable code) {
    List<Locals.Local> all = f.locals.close(scope);
    Set<String> bound = bound(condition, outcome);
    f.locals.reopen(all.stream().filter(local -> bound.contains(local.name())).toList());
    int inner = f.locals.open();
    code.run();
    List<Locals.Local> declared = f.locals.close(inner);
    f.locals.close(scope);
    f.locals.reopen(all);
    f.locals.reopen(declared);
  }

  /** The pattern variables that are bound where {@code condition} is {@code outcome}. */
  static Set<String> bound(Expression condition, boolean outcome) {
    Set<String> names = new HashSet<>();
    bindings(condition, outcome, names);
    return names;
  }

  private static void bindings(Expression condition, boolean outcome, Set<String> names) {
    if (condition instanceof EnclosedExpr enclosed) {
      bindings(enclosed.getInner(), outcome, names);
    } else if (condition instanceof UnaryExpr unary
        && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      bindings(unary.getExpression(), !outcome, names);
    } else if (condition instanceof BinaryExpr binary
        && binary.getOperator() == (outcome ? BinaryExpr.Operator.AND : BinaryExpr.Operator.OR)) {
      bindings(binary.getLeft(), outcome, names);
      bindings(binary.getRight(), outcome, names);
    } else if (condition instanceof InstanceOfExpr test && outcome) {
      test.findAll(TypePatternExpr.class).forEach(p -> names.add(p.getNameAsString()));
    }
  }

  /** The truth of a condition as a value. */
  Value asValue(Expression condition, Goal goal) {
    Site site = f.site(condition);
    Register target = f.target(goal);
    Label yes = new Label();
    Label no = new Label();
    Label end = new Label();
    int scope = f.locals.open();
    branch(condition, yes, no);
    f.locals.close(scope);
    f.code.place(site, yes);
    f.emit(new Instruction.Constant(site, target, new Literal.Bool(true)));
    f.code.jump(site, end);
    f.code.place(site, no);
    f.emit(new Instruction.Constant(site, target, new Literal.Bool(false)));
    f.code.place(site, end);
    return new Value(target, BOOLEAN);
  }

  Value conditional(ConditionalExpr choice, Goal goal) {
    Site site = f.site(choice);
    Register target = f.target(goal);
    Goal half = Goal.into(target, goal.name());
    Label then = new Label();
    Label otherwise = new Label();
    Label end = new Label();
    int scope = f.locals.open();
    List<TypeRef> types = new ArrayList<>();
    branch(choice.getCondition(), then, otherwise);
    f.code.place(site, then);
    half(choice, true, scope, half, types);
    f.code.jump(site, end);
    f.code.place(site, otherwise);
    half(choice, false, scope, half, types);
    f.code.place(site, end);
    f.locals.close(scope);
    return new Value(target, common(choice, types.get(0), types.get(1)));
  }

  private void half(
      ConditionalExpr choice, boolean outcome, int scope, Goal goal, List<TypeRef> types) {
    Expression chosen = outcome ? choice.getThenExpr() : choice.getElseExpr();
    where(
        choice.getCondition(),
        outcome,
        scope,
        () -> types.add(f.expressions.value(chosen, goal).type()));
  }

  private static TypeRef common(ConditionalExpr choice, TypeRef first, TypeRef second) {
    if (first.equals(second) || choice.getElseExpr().isNullLiteralExpr()) {
      return first;
    }
    return choice.getThenExpr().isNullLiteralExpr() ? second : TypeRef.UNKNOWN;
  }
}
