package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.UnparsableStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.visitor.VoidVisitorWithDefaults;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.lower.Code.Label;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.TypeScope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements: sends each kind to the piece that lowers it; the simple ones are lowered here. */
final class Statements extends VoidVisitorWithDefaults<FunctionLowering> {
  private final FunctionLowering f;
  private final Loops loops;
  private final Switches switches;
  private final Tries tries;

  Statements(FunctionLowering f) {
    this.f = f;
    this.loops = new Loops(f);
    this.switches = new Switches(f);
    this.tries = new Tries(f);
  }

  Switches switches() {
    return switches;
  }

  Tries tries() {
    return tries;
  }

  /** Lowers a statement, unless control cannot reach it. */
  void lower(Statement statement) {
    if (f.code.reachable()) {
      statement.accept(this, f);
    }
  }

  /** Lowers statements that share a scope of their own. */
  void block(List<Statement> statements) {
    int scope = f.locals.open();
    TypeScope types = f.types();
    statements.forEach(this::lower);
    f.locals.close(scope);
    f.closeTypes(types);
  }

  /** Lowers a single statement whose declarations end with it: the body of an {@code if}. */
  void body(Statement statement) {
    block(List.of(statement));
  }

  @Override
  public void defaultAction(Node node, FunctionLowering unused) {
    f.unsupported(node, "statement not understood");
  }

  @Override
  public void visit(BlockStmt s, FunctionLowering unused) {
    block(s.getStatements());
  }

  @Override
  public void visit(EmptyStmt s, FunctionLowering unused) {}

  @Override
  public void visit(AssertStmt s, FunctionLowering unused) {}

  @Override
  public void visit(ExpressionStmt s, FunctionLowering unused) {
    f.expressions.effect(s.getExpression());
  }

  @Override
  public void visit(IfStmt s, FunctionLowering unused) {
    Site site = f.site(s.getCondition());
    Label then = new Label();
    Label otherwise = new Label();
    Label end = new Label();
    Expression condition = s.getCondition();
    int scope = f.locals.open();
    f.conditions.branch(condition, then, otherwise);
    f.code.place(site, then);
    f.conditions.where(condition, true, scope, () -> body(s.getThenStmt()));
    boolean thenEnds = f.code.reachable();
    f.code.jump(site, end);
    f.code.place(site, otherwise);
    f.conditions.where(condition, false, scope, () -> s.getElseStmt().ifPresent(this::body));
    boolean elseEnds = f.code.reachable();
    f.code.place(site, end);
    Set<String> held = new HashSet<>();
    if (!thenEnds) {
      held.addAll(Conditions.bound(condition, false));
    }
    if (!elseEnds) {
      held.addAll(Conditions.bound(condition, true));
    }
    closeCondition(scope, held);
  }

  /**
   * Ends the scope of a condition's pattern variables, except those that hold behind the statement,
   * as in {@code if (!(x instanceof A a)) return;}.
   */
  void closeCondition(int scope, Set<String> held) {
    for (Locals.Local local : f.locals.close(scope)) {
      if (held.contains(local.name())) {
        f.locals.reopen(List.of(local));
      }
    }
  }

  @Override
  public void visit(WhileStmt s, FunctionLowering unused) {
    loops.whileLoop(s);
  }

  @Override
  public void visit(DoStmt s, FunctionLowering unused) {
    loops.doLoop(s);
  }

  @Override
  public void visit(ForStmt s, FunctionLowering unused) {
    loops.forLoop(s);
  }

  @Override
  public void visit(ForEachStmt s, FunctionLowering unused) {
    loops.forEach(s);
  }

  @Override
  public void visit(SwitchStmt s, FunctionLowering unused) {
    switches.statement(s);
  }

  @Override
  public void visit(TryStmt s, FunctionLowering unused) {
    tries.lower(s);
  }

  @Override
  public void visit(SynchronizedStmt s, FunctionLowering unused) {
    Site site = f.site(s.getExpression());
    Register lock = f.snapshot(site, f.expressions.value(s.getExpression()).register());
    tries.synchronizedOn(site, lock, () -> body(s.getBody()));
  }

  @Override
  public void visit(LabeledStmt s, FunctionLowering unused) {
    f.jumps.name(s.getLabel().asString());
    Statement body = s.getStatement();
    if (body.isLabeledStmt() || isLoop(body) || body.isSwitchStmt()) {
      lower(body);
      return;
    }
    Label end = new Label();
    f.jumps.openLabeled(end);
    body(body);
    f.jumps.close();
    f.code.place(f.site(s), end);
  }

  private static boolean isLoop(Statement s) {
    return s.isWhileStmt() || s.isDoStmt() || s.isForStmt() || s.isForEachStmt();
  }

  @Override
  public void visit(BreakStmt s, FunctionLowering unused) {
    if (!f.jumps.breakTo(f.site(s), name(s.getLabel().orElse(null)))) {
      lost(s);
    }
  }

  @Override
  public void visit(ContinueStmt s, FunctionLowering unused) {
    if (!f.jumps.continueTo(f.site(s), name(s.getLabel().orElse(null)))) {
      lost(s);
    }
  }

  private static @Nullable String name(@Nullable SimpleName label) {
    return label == null ? null : label.asString();
  }

  private void lost(Statement s) {
    f.unsupported(s, "jump without a target");
    f.code.returns(f.site(s), null);
  }

  @Override
  public void visit(ReturnStmt s, FunctionLowering unused) {
    Expression expression = s.getExpression().orElse(null);
    Register value = null;
    if (expression != null) {
      value = f.expressions.value(expression).register();
      value = f.jumps.hasCleanup() ? f.snapshot(f.site(s), value) : value;
    }
    f.jumps.returnFrom(f.site(s), value);
  }

  @Override
  public void visit(ThrowStmt s, FunctionLowering unused) {
    Register exception = f.expressions.value(s.getExpression()).register();
    f.code.throwing(f.site(s), exception);
  }

  @Override
  public void visit(YieldStmt s, FunctionLowering unused) {
    switches.deliver(s.getExpression(), f.site(s));
  }

  @Override
  public void visit(LocalClassDeclarationStmt s, FunctionLowering unused) {
    f.creations.localClasses().local(s.getClassDeclaration());
  }

  @Override
  public void visit(LocalRecordDeclarationStmt s, FunctionLowering unused) {
    f.creations.localClasses().local(s.getRecordDeclaration());
  }

  @Override
  public void visit(ExplicitConstructorInvocationStmt s, FunctionLowering unused) {
    f.unsupported(s, "constructor call outside of a constructor");
  }

  @Override
  public void visit(UnparsableStmt s, FunctionLowering unused) {
    new UnreadableCode(f).escape(s);
  }
}
