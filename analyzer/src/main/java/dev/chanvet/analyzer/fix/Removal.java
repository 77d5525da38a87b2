package dev.chanvet.analyzer.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a call away that is a statement of its own, because the same call on the same variable
 * stands where nothing decides whether it is reached. Left alone are calls in {@code finally},
 * where a clean-up belongs, and the only statement of a block.
 */
final class Removal {
  private Removal() {}

  /**
   * @param other the call that stays
   */
  static Optional<Fix> of(Code code, Site site, @Nullable Site other) {
    MethodCallExpr call = code.call(site).orElse(null);
    MethodCallExpr stays = other == null ? null : code.call(other).orElse(null);
    ExpressionStmt statement = call == null ? null : Code.statement(call);
    BlockStmt block = statement == null ? null : Code.block(statement);
    if (call == null
        || stays == null
        || statement == null
        || block == null
        || block.getStatements().size() < 2
        || isInFinally(block)
        || call == stays
        || !isSameCall(call, stays)) {
      return Optional.empty();
    }
    BlockStmt common = blockOfBoth(stays, call);
    if (common == null || !isOneVariable(name(call), common)) {
      return Optional.empty();
    }
    String title = "remove the %s in line %d".formatted(call.getNameAsString(), code.line(call));
    return Optional.of(new Fix(title, List.of(code.without(statement))));
  }

  private static boolean isSameCall(MethodCallExpr call, MethodCallExpr stays) {
    return call.getArguments().isEmpty()
        && stays.getArguments().isEmpty()
        && call.getNameAsString().equals(stays.getNameAsString())
        && !name(call).isEmpty()
        && name(call).equals(name(stays));
  }

  private static String name(MethodCallExpr call) {
    return call.getScope()
        .filter(NameExpr.class::isInstance)
        .map(scope -> ((NameExpr) scope).getNameAsString())
        .orElse("");
  }

  /**
   * The innermost block around both calls, from which nothing but blocks, {@code try} and started
   * goroutines leads to the one that stays; null if there is more on the way, such as an {@code
   * if}.
   */
  private static @Nullable BlockStmt blockOfBoth(MethodCallExpr stays, MethodCallExpr goes) {
    Node below = stays;
    for (Node node = parent(stays); node != null; node = parent(node)) {
      if (node instanceof BlockStmt block && block.isAncestorOf(goes)) {
        return isWithinOneBody(goes, block) ? block : null;
      }
      boolean plain =
          node instanceof BlockStmt
              || node instanceof ExpressionStmt
              || node instanceof TryStmt attempt && !attempt.getCatchClauses().contains(below)
              || node instanceof LambdaExpr && Variable.isStarted(node)
              || node instanceof MethodCallExpr;
      if (!plain) {
        return null;
      }
      below = node;
    }
    return null;
  }

  private static boolean isWithinOneBody(Node inner, BlockStmt block) {
    for (Node node = inner; node != block && node != null; node = parent(node)) {
      if (node instanceof BodyDeclaration<?>) {
        return false;
      }
    }
    return true;
  }

  /** Whether a name means the same wherever it is used in a block. */
  private static boolean isOneVariable(String name, BlockStmt block) {
    List<VariableDeclarator> declared =
        block.findAll(VariableDeclarator.class, each -> each.getNameAsString().equals(name));
    boolean parameter =
        block.findFirst(Parameter.class, each -> each.getNameAsString().equals(name)).isPresent();
    return !parameter
        && (declared.isEmpty() || declared.size() == 1 && isDeclaredIn(declared.getFirst(), block));
  }

  private static boolean isDeclaredIn(VariableDeclarator variable, BlockStmt block) {
    Node declaration = parent(variable);
    Node statement = declaration == null ? null : parent(declaration);
    return statement != null && parent(statement) == block;
  }

  private static @Nullable Node parent(Node node) {
    return node.getParentNode().orElse(null);
  }

  private static boolean isInFinally(BlockStmt block) {
    return parent(block) instanceof TryStmt attempt
        && attempt.getFinallyBlock().filter(last -> last == block).isPresent();
  }
}
