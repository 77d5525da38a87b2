package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.lower.Code.Label;
import dev.chanvet.analyzer.source.Site;
import java.util.List;

/** The four loops. */
final class Loops {
  private final FunctionLowering f;

  Loops(FunctionLowering f) {
    this.f = f;
  }

  void whileLoop(WhileStmt s) {
    Site site = f.site(s.getCondition());
    Label head = new Label();
    Label body = new Label();
    Label end = new Label();
    f.jumps.openLoop(end, head);
    f.code.placeTarget(site, head);
    int scope = f.locals.open();
    f.conditions.branch(s.getCondition(), body, end);
    f.code.place(site, body);
    f.conditions.where(s.getCondition(), true, scope, () -> f.statements.body(s.getBody()));
    f.code.jump(site, head);
    f.jumps.close();
    f.code.place(site, end);
    closeCondition(scope, s.getCondition());
  }

  void doLoop(DoStmt s) {
    Site site = f.site(s.getCondition());
    Label head = new Label();
    Label test = new Label();
    Label end = new Label();
    f.jumps.openLoop(end, test);
    f.code.placeTarget(site, head);
    f.statements.body(s.getBody());
    f.jumps.close();
    f.code.place(site, test);
    int scope = f.locals.open();
    if (f.code.reachable()) {
      f.conditions.branch(s.getCondition(), head, end);
    }
    f.code.place(site, end);
    closeCondition(scope, s.getCondition());
  }

  void forLoop(ForStmt s) {
    Site site = s.getCompare().map(f::site).orElse(f.site(s));
    Label head = new Label();
    Label body = new Label();
    Label next = new Label();
    Label end = new Label();
    int scope = f.locals.open();
    f.jumps.openLoop(end, next);
    s.getInitialization().forEach(f.expressions::effect);
    f.code.placeTarget(site, head);
    s.getCompare().ifPresent(condition -> f.conditions.branch(condition, body, end));
    f.code.place(site, body);
    f.statements.body(s.getBody());
    f.jumps.close();
    f.code.place(site, next);
    if (f.code.reachable()) {
      s.getUpdate().forEach(f.expressions::effect);
      f.code.jump(site, head);
    }
    f.code.place(site, end);
    f.locals.close(scope);
  }

  /** Behind a loop holds what a condition that has failed binds. */
  private void closeCondition(int scope, Expression condition) {
    f.statements.closeCondition(scope, Conditions.bound(condition, false));
  }

  /** Both questions to the iterator stand where the source names what is iterated over. */
  void forEach(ForEachStmt s) {
    Expression iterable = s.getIterable();
    Site site = f.site(iterable);
    VariableDeclarator declaration = s.getVariable().getVariable(0);
    Value source = f.expressions.value(iterable);
    join(source.type());
    Register iterator = f.temporary();
    Label head = new Label();
    Label body = new Label();
    Label end = new Label();
    f.jumps.openLoop(end, head);
    f.emit(new Instruction.Iterate(site, iterator, source.register()));
    f.code.placeTarget(site, head);
    Register more = f.temporary();
    ask(site, more, iterator, "hasNext");
    f.code.fork(site, more, body, end);
    f.code.place(site, body);
    int scope = f.locals.open();
    String name = declaration.getNameAsString();
    Register variable = f.variable(name);
    ask(site, variable, iterator, "next");
    TypeRef type = f.type(declaration.getType());
    f.locals.declare(name, variable, type.isUnknown() ? source.type().element() : type);
    f.statements.body(s.getBody());
    f.locals.close(scope);
    f.code.jump(site, head);
    f.jumps.close();
    f.code.place(site, end);
  }

  /** What the machine makes itself to run over a value of that type is part of the program. */
  private void join(TypeRef iterated) {
    if (iterated.isUnknown() || iterated.dimensions() > 0) {
      f.type.index().find("dev.chanvet.model.ArrayIterator");
    }
    if (iterated.isUnknown() || iterated.name().startsWith("java.")) {
      f.type.index().find("java.util.ArrayList");
    }
  }

  private void ask(Site site, Register target, Register iterator, String question) {
    f.emit(
        new Instruction.Invoke(
            site,
            target,
            Instruction.Dispatch.VIRTUAL,
            iterator,
            null,
            question,
            List.of(),
            List.of(),
            null));
  }
}
