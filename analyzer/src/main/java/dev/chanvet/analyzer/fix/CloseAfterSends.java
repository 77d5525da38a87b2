package dev.chanvet.analyzer.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets the one goroutine that sends to a channel close it behind its last send, where nobody closes
 * it yet.
 */
final class CloseAfterSends {
  private CloseAfterSends() {}

  static Optional<Fix> of(Code code, Site site) {
    return code.call(site)
        .flatMap(Variable::initializedWith)
        .flatMap(variable -> of(code, variable));
  }

  private static Optional<Fix> of(Code code, Variable variable) {
    List<Expression> sends = variable.sends().orElse(List.of());
    if (sends.isEmpty() || variable.uses().stream().anyMatch(CloseAfterSends::isClosed)) {
      return Optional.empty();
    }
    BlockStmt body = body(sends.getFirst(), variable);
    if (body == null
        || !variable.runsOnce(body)
        || sends.stream().anyMatch(send -> body(send, variable) != body)) {
      return Optional.empty();
    }
    Statement last = element(sends.getLast(), body);
    return goesOn(last)
        ? Optional.of(
            new Fix(
                "close '%s' after the last send, in line %d"
                    .formatted(variable.name(), code.line(last)),
                List.of(code.after(last, variable.name() + ".close();"))))
        : Optional.empty();
  }

  private static boolean isClosed(Node use) {
    return use.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getNameAsString().equals("close");
  }

  /** The block of the goroutine or method that a send is in; null if it has none. */
  private static @Nullable BlockStmt body(Node send, Variable variable) {
    for (Node node = send; node != variable.block(); node = parent(node)) {
      if (node instanceof MethodDeclaration) {
        return null;
      }
      if (node instanceof LambdaExpr lambda) {
        return lambda.getBody() instanceof BlockStmt block ? block : null;
      }
    }
    return variable.block();
  }

  private static Statement element(Node inner, BlockStmt body) {
    Node node = inner;
    while (parent(node) != body) {
      node = parent(node);
    }
    return (Statement) node;
  }

  private static Node parent(Node node) {
    return node.getParentNode().orElseThrow();
  }

  /** Whether what stands behind a statement can run, as the compiler sees it. */
  private static boolean goesOn(Statement statement) {
    return switch (statement) {
      case ExpressionStmt simple -> true;
      case ForEachStmt loop -> true;
      case ForStmt loop -> loop.getCompare().filter(test -> !isLiteral(test)).isPresent();
      case WhileStmt loop -> !isLiteral(loop.getCondition());
      default -> false;
    };
  }

  private static boolean isLiteral(Expression condition) {
    return condition instanceof BooleanLiteralExpr;
  }
}
