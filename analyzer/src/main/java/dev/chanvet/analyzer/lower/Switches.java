package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeDeclaration.Kind;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.lower.Code.Label;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.TypeScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Switch statements and expressions, with colons or arrows: first the tests of all labels in order,
 * then the bodies. A switch that must cover all values and has no {@code default} takes its last
 * case without a test.
 */
final class Switches {
  private static final Set<String> PRIMITIVES = Set.of("byte", "short", "char", "int");

  /** What the {@code yield}s of one switch expression have in common. */
  private record Yielding(Register result, @Nullable String name, List<TypeRef> types) {}

  /** A case whose test is lowered and whose body is not. */
  private record Case(SwitchEntry entry, Label body, List<Locals.Local> bindings) {}

  private final FunctionLowering f;
  private final Deque<Yielding> yielding = new ArrayDeque<>();

  Switches(FunctionLowering f) {
    this.f = f;
  }

  void statement(SwitchStmt s) {
    Label end = new Label();
    f.jumps.openSwitch(end);
    List<Case> cases = tests(s.getSelector(), s.getEntries(), end, hasPatterns(s.getEntries()));
    bodies(cases, end, null);
    f.jumps.close();
    f.code.place(f.site(s), end);
  }

  Value expression(SwitchExpr e, Goal goal) {
    Label end = new Label();
    Register result = f.target(goal);
    f.jumps.openSwitchExpression(end, result);
    yielding.push(new Yielding(result, goal.name(), new ArrayList<>()));
    bodies(tests(e.getSelector(), e.getEntries(), end, true), end, result);
    List<TypeRef> types = yielding.pop().types();
    f.jumps.close();
    f.code.place(f.site(e), end);
    boolean agree = !types.isEmpty() && types.stream().allMatch(types.get(0)::equals);
    return new Value(result, agree ? types.get(0) : TypeRef.UNKNOWN);
  }

  /** {@code yield expression}, written or meant by {@code case x -> expression}. */
  void deliver(Expression expression, Site site) {
    Yielding inner = yielding.peek();
    if (inner == null) {
      f.unsupported(expression, "yield outside of a switch expression");
      return;
    }
    Goal goal =
        f.jumps.hasCleanup() ? Goal.named(inner.name()) : Goal.into(inner.result(), inner.name());
    Value value = f.expressions.value(expression, goal);
    if (!expression.isNullLiteralExpr()) {
      inner.types().add(value.type());
    }
    f.jumps.yieldTo(site, value.register());
  }

  private static boolean hasPatterns(List<SwitchEntry> entries) {
    return hasNull(entries)
        || entries.stream()
            .flatMap(entry -> entry.getLabels().stream())
            .anyMatch(PatternExpr.class::isInstance);
  }

  private static boolean hasNull(List<SwitchEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.getLabels().stream())
        .anyMatch(Expression::isNullLiteralExpr);
  }

  private List<Case> tests(
      Expression selected, List<SwitchEntry> entries, Label end, boolean exhaustive) {
    Value value = f.expressions.value(selected);
    Value selector = new Value(f.snapshot(f.site(selected), value.register()), value.type());
    if (!PRIMITIVES.contains(selector.type().toString()) && !hasNull(entries)) {
      refuseNull(f.site(selected), selector.register());
    }
    List<Case> cases = new ArrayList<>();
    Case otherwise = null;
    for (SwitchEntry entry : entries) {
      boolean last = entry == entries.get(entries.size() - 1);
      boolean sure = exhaustive && last && entries.stream().noneMatch(SwitchEntry::isDefault);
      Case tested = test(entry, selector, sure);
      cases.add(tested);
      otherwise = entry.isDefault() || isEmptyLabel(entry) ? tested : otherwise;
    }
    if (otherwise == null && exhaustive) {
      noMatch(f.site(selected));
    }
    f.code.jump(f.site(selected), otherwise == null ? end : otherwise.body());
    return cases;
  }

  /** A switch without {@code case null} throws at null: so does a call of what all objects have. */
  private void refuseNull(Site site, Register selector) {
    f.emit(
        new Instruction.Invoke(
            site,
            null,
            Instruction.Dispatch.VIRTUAL,
            selector,
            null,
            "getClass",
            List.of(),
            List.of(),
            null));
  }

  /** What happens where no case matches although one should. */
  private void noMatch(Site site) {
    if (!f.code.reachable()) {
      return;
    }
    TypeRef failure = TypeRef.of("java.lang.MatchException");
    Register exception =
        f.creations.construct(site, failure, f.declared(failure), null, List.of(), null);
    f.code.throwing(site, exception);
  }

  private static boolean isEmptyLabel(SwitchEntry entry) {
    return entry.getLabels().isEmpty();
  }

  private Case test(SwitchEntry entry, Value selector, boolean sure) {
    Label body = new Label();
    List<Locals.Local> bindings = new ArrayList<>();
    List<Expression> labels = entry.getLabels();
    for (Expression label : labels) {
      Label miss = new Label();
      boolean lastLabel = label == labels.get(labels.size() - 1);
      boolean untested = sure && lastLabel && entry.getGuard().isEmpty();
      int scope = f.locals.open();
      test(label, selector, miss, untested);
      if (entry.getGuard().isPresent()) {
        f.conditions.branch(entry.getGuard().get(), body, miss);
      } else {
        f.code.jump(f.site(label), body);
      }
      f.code.place(f.site(label), miss);
      bindings.addAll(f.locals.close(scope));
    }
    return new Case(entry, body, bindings);
  }

  private void test(Expression label, Value selector, Label miss, boolean untested) {
    if (label instanceof PatternExpr pattern) {
      if (untested) {
        f.patterns.matchSurely(pattern, selector);
      } else {
        f.patterns.match(pattern, selector, miss);
      }
    } else if (!untested) {
      Site site = f.site(label);
      Label hit = new Label();
      Register same = f.temporary();
      compare(label, selector, same);
      f.code.fork(site, same, hit, miss);
      f.code.place(site, hit);
    }
  }

  private void compare(Expression label, Value selector, Register result) {
    Site site = f.site(label);
    Register left = selector.register();
    Register right;
    Operator operator = Operator.EQUAL;
    DeclaredType type = f.declared(selector.type());
    if (label instanceof NameExpr name && type != null && type.kind() == Kind.ENUM) {
      right = f.temporary();
      operator = Operator.SAME;
      FieldRef constant = new FieldRef(type.name(), name.getNameAsString());
      f.emit(new Instruction.LoadStatic(site, right, constant));
    } else if (label instanceof NameExpr name && f.find(name.getNameAsString()) == null) {
      left = nameOf(site, left);
      right = f.constant(site, new Literal.Text(name.getNameAsString()));
    } else {
      operator = label.isNullLiteralExpr() ? Operator.SAME : operator;
      right = f.expressions.value(label).register();
    }
    f.emit(new Instruction.Compute(site, result, operator, List.of(left, right)));
  }

  /** Where the selector's type is not known, its constant is recognised by its name. */
  private Register nameOf(Site site, Register selector) {
    Register name = f.temporary();
    f.emit(
        new Instruction.Invoke(
            site,
            name,
            Instruction.Dispatch.VIRTUAL,
            selector,
            null,
            "name",
            List.of(),
            List.of(),
            null));
    return name;
  }

  private void bodies(List<Case> cases, Label end, @Nullable Register result) {
    int scope = f.locals.open();
    TypeScope types = f.types();
    for (Case one : cases) {
      Site site = f.site(one.entry());
      f.code.place(site, one.body());
      int inner = f.locals.open();
      f.locals.reopen(one.bindings());
      switch (one.entry().getType()) {
        case STATEMENT_GROUP -> one.entry().getStatements().forEach(f.statements::lower);
        case EXPRESSION -> single(one.entry().getStatement(0), result != null);
        case BLOCK, THROWS_STATEMENT -> f.statements.block(one.entry().getStatements());
      }
      closeBindings(inner, one.bindings());
      boolean last = one == cases.get(cases.size() - 1);
      if (last || one.entry().getType() != SwitchEntry.Type.STATEMENT_GROUP) {
        leave(site, end, result);
      }
    }
    f.locals.close(scope);
    f.closeTypes(types);
  }

  /** Variables of a group with colons are in scope in the groups after it, its bindings are not. */
  private void closeBindings(int scope, List<Locals.Local> bindings) {
    List<Locals.Local> declared = f.locals.close(scope);
    f.locals.reopen(declared.subList(bindings.size(), declared.size()));
  }

  /** Goes on behind the switch; an expression has no value here only if some code is unreadable. */
  private void leave(Site site, Label end, @Nullable Register result) {
    if (result != null) {
      f.unknown(site, TypeRef.UNKNOWN, Goal.into(result, null));
    }
    f.code.jump(site, end);
  }

  private void single(Statement statement, boolean isExpression) {
    if (isExpression && statement.isExpressionStmt() && f.code.reachable()) {
      deliver(statement.asExpressionStmt().getExpression(), f.site(statement));
    } else {
      f.statements.lower(statement);
    }
  }
}
