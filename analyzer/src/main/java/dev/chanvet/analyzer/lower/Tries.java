package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.lower.Code.Guard;
import dev.chanvet.analyzer.lower.Code.Label;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code try} with resources, {@code catch} and {@code finally}, and {@code synchronized}. What
 * must run at the end is lowered on each edge out of the statement: where it ends, where it throws,
 * and at each jump out of it.
 */
final class Tries {
  private final FunctionLowering f;

  Tries(FunctionLowering f) {
    this.f = f;
  }

  void lower(TryStmt s) {
    if (s.getFinallyBlock().isEmpty()) {
      catching(s);
      return;
    }
    Runnable cleanup = () -> f.statements.lower(s.getFinallyBlock().get());
    protect(f.site(s.getFinallyBlock().get()), () -> catching(s), cleanup, cleanup);
  }

  void synchronizedOn(Site site, Register lock, Runnable body) {
    f.emit(new Instruction.EnterMonitor(site, lock));
    Runnable leave = () -> f.emit(new Instruction.ExitMonitor(site, lock));
    protect(site, body, leave, leave);
  }

  /**
   * Runs {@code cleanup} however {@code body} is left.
   *
   * @param afterThrow the cleanup where the body throws; the exception goes on behind it
   */
  private void protect(Site site, Runnable body, Runnable cleanup, Runnable afterThrow) {
    List<Guard> outer = f.code.guards();
    Register exception = f.temporary();
    Label failed = new Label();
    Label end = new Label();
    f.jumps.openCleanup(cleanup, outer);
    f.code.guardAlso(site, List.of(new Guard(List.of(), exception, failed)));
    body.run();
    f.jumps.close();
    f.code.guard(site, outer);
    if (f.code.reachable()) {
      cleanup.run();
      f.code.jump(site, end);
    }
    f.code.placeTarget(site, failed);
    afterThrow.run();
    f.code.throwing(site, exception);
    f.code.place(site, end);
  }

  private void catching(TryStmt s) {
    if (s.getCatchClauses().isEmpty()) {
      withResources(s, 0);
      return;
    }
    Site site = f.site(s);
    List<Guard> outer = f.code.guards();
    List<Guard> clauses = new ArrayList<>();
    for (CatchClause clause : s.getCatchClauses()) {
      Register exception = f.variable(clause.getParameter().getNameAsString());
      clauses.add(new Guard(caught(clause), exception, new Label()));
    }
    Label end = new Label();
    f.code.guardAlso(site, clauses);
    withResources(s, 0);
    f.code.guard(site, outer);
    f.code.jump(site, end);
    for (int i = 0; i < clauses.size(); i++) {
      handle(s.getCatchClauses().get(i), clauses.get(i), end);
    }
    f.code.place(site, end);
  }

  private void handle(CatchClause clause, Guard guard, Label end) {
    Site site = f.site(clause.getParameter());
    f.code.placeTarget(site, guard.target());
    int scope = f.locals.open();
    TypeRef type = guard.types().size() == 1 ? guard.types().get(0) : TypeRef.UNKNOWN;
    f.locals.declare(clause.getParameter().getNameAsString(), guard.exception(), type);
    f.statements.lower(clause.getBody());
    f.locals.close(scope);
    f.code.jump(site, end);
  }

  private List<TypeRef> caught(CatchClause clause) {
    Type written = clause.getParameter().getType();
    List<? extends Type> types =
        written.isUnionType() ? written.asUnionType().getElements() : List.of(written);
    List<TypeRef> refs = new ArrayList<>();
    for (Type type : types) {
      TypeRef ref = f.type(type);
      refs.add(ref.isUnknown() ? TypeRef.of(type.asString()) : ref);
    }
    return refs;
  }

  private void withResources(TryStmt s, int index) {
    if (index == s.getResources().size()) {
      f.statements.lower(s.getTryBlock());
      return;
    }
    Expression written = s.getResources().get(index);
    Site site = f.site(written);
    int scope = f.locals.open();
    Value resource = resource(written);
    boolean mayBeNull = !isNew(written);
    protect(
        site,
        () -> withResources(s, index + 1),
        () -> close(site, resource, mayBeNull),
        () -> closeQuietly(site, resource, mayBeNull));
    f.locals.close(scope);
  }

  private Value resource(Expression written) {
    if (written instanceof VariableDeclarationExpr declaration) {
      f.expressions.effect(declaration);
      Locals.Local local = f.locals.find(declaration.getVariable(0).getNameAsString());
      if (local != null) {
        return new Value(local.register(), local.type());
      }
      return f.unknown(f.site(written), TypeRef.UNKNOWN, Goal.VALUE);
    }
    Value value = f.expressions.value(written);
    return new Value(f.snapshot(f.site(written), value.register()), value.type());
  }

  private static boolean isNew(Expression written) {
    return written instanceof VariableDeclarationExpr declaration
        && declaration
            .getVariable(0)
            .getInitializer()
            .filter(Expression::isObjectCreationExpr)
            .isPresent();
  }

  private void close(Site site, Value resource, boolean mayBeNull) {
    Label open = new Label();
    Label end = new Label();
    if (mayBeNull) {
      Register isNull = f.temporary();
      Register none = f.constant(site, new Literal.Null());
      List<Register> operands = List.of(resource.register(), none);
      f.emit(new Instruction.Compute(site, isNull, Operator.SAME, operands));
      f.code.fork(site, isNull, end, open);
    }
    f.code.place(site, open);
    TypeRef type = resource.type();
    f.emit(
        new Instruction.Invoke(
            site,
            null,
            Instruction.Dispatch.VIRTUAL,
            resource.register(),
            type.isUnknown() ? null : type,
            "close",
            List.of(),
            List.of(),
            null));
    f.code.place(site, end);
  }

  /** Closes after an exception: what closing throws is only added to it as suppressed. */
  private void closeQuietly(Site site, Value resource, boolean mayBeNull) {
    List<Guard> outer = f.code.guards();
    Label end = new Label();
    f.code.guardAlso(site, List.of(new Guard(List.of(), f.temporary(), end)));
    close(site, resource, mayBeNull);
    f.code.guard(site, outer);
    f.code.placeTarget(site, end);
  }
}
