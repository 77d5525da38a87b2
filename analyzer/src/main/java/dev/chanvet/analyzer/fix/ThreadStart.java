package dev.chanvet.analyzer.fix;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Optional;

/** Starts a thread that a local variable holds, right after it is made, if nobody starts it yet. */
final class ThreadStart {
  private ThreadStart() {}

  static Optional<Fix> of(Code code, Site site) {
    Optional<? extends Expression> made = code.creation(site).filter(ThreadStart::isThread);
    return made.<Expression>map(creation -> creation)
        .or(() -> code.call(site).filter(call -> call.getNameAsString().equals("unstarted")))
        .flatMap(Variable::initializedWith)
        .filter(variable -> variable.uses().stream().noneMatch(ThreadStart::mayStart))
        .map(variable ->
            new Fix(
                "start '" + variable.name() + "'",
                List.of(code.after(variable.statement(), variable.name() + ".start();"))));
  }

  private static boolean isThread(ObjectCreationExpr creation) {
    return creation.getType().getNameAsString().equals("Thread");
  }

  /** Whether it is started here, or handed to code that may. */
  private static boolean mayStart(Expression use) {
    return !(use.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().filter(scope -> scope == use).isPresent()
        && !call.getNameAsString().equals("start"));
  }
}
