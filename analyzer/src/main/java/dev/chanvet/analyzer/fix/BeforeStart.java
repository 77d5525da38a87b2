package dev.chanvet.analyzer.fix;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Optional;

/** The first call of a goroutine's body moves in front of the statement that starts it. */
final class BeforeStart {
  private BeforeStart() {}

  static Optional<Fix> of(Code code, Site site) {
    MethodCallExpr call = code.call(site).orElse(null);
    ExpressionStmt moved = call == null ? null : Code.statement(call);
    BlockStmt body = moved == null ? null : Code.block(moved);
    if (call == null
        || moved == null
        || body == null
        || body.getStatements().size() < 2
        || body.getStatement(0) != moved
        || !isTheSameOutside(call)
        || !(body.getParentNode().orElse(null) instanceof LambdaExpr lambda)
        || !lambda.getParameters().isEmpty()
        || !(lambda.getParentNode().orElse(null) instanceof MethodCallExpr start)) {
      return Optional.empty();
    }
    ExpressionStmt outer = Code.statement(start);
    if (outer == null || Code.block(outer) == null) {
      return Optional.empty();
    }
    String text = code.file().text().substring(code.start(moved), code.end(moved));
    return Optional.of(
        new Fix(
            "call %s before the goroutine is started".formatted(call.getNameAsString()),
            List.of(code.before(outer, text), code.without(moved))));
  }

  /** Nothing in it is declared in the body, or computed when it runs. */
  private static boolean isTheSameOutside(MethodCallExpr call) {
    return call.getScope().filter(NameExpr.class::isInstance).isPresent()
        && call.getArguments().stream().allMatch(LiteralExpr.class::isInstance)
        && call.findAll(VariableDeclarator.class).isEmpty();
  }
}
