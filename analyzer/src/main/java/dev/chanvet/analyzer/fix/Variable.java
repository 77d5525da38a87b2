package dev.chanvet.analyzer.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A local variable that is assigned where it is declared, and all that is done with it.
 *
 * @param statement the declaration, of this variable alone
 * @param block what the variable lives in
 */
record Variable(String name, ExpressionStmt statement, BlockStmt block) {
  /** What runs a lambda at most once. */
  private static final Set<String> STARTERS =
      Set.of("go", "start", "startVirtualThread", "submit", "execute", "runAsync", "fork");

  /** The variable that is initialized with an expression; empty if there is no such. */
  static Optional<Variable> initializedWith(Expression expression) {
    return expression
        .getParentNode()
        .filter(VariableDeclarator.class::isInstance)
        .map(VariableDeclarator.class::cast)
        .filter(variable -> variable.getInitializer().filter(expression::equals).isPresent())
        .flatMap(Variable::of);
  }

  private static Optional<Variable> of(VariableDeclarator declared) {
    if (declared.getParentNode().orElse(null) instanceof VariableDeclarationExpr declaration
        && declaration.getVariables().size() == 1) {
      ExpressionStmt statement = Code.statement(declaration);
      BlockStmt block = statement == null ? null : Code.block(statement);
      return statement == null || block == null
          ? Optional.empty()
          : Optional.of(new Variable(declared.getNameAsString(), statement, block));
    }
    return Optional.empty();
  }

  /** All places that name it. */
  List<NameExpr> uses() {
    return block.findAll(NameExpr.class, use -> use.getNameAsString().equals(name));
  }

  /**
   * The sends to the channel that it holds; empty if other code may send to it as well, because it
   * is handed on.
   */
  Optional<List<Expression>> sends() {
    List<Expression> sends = new ArrayList<>();
    for (NameExpr use : uses()) {
      Node parent = use.getParentNode().orElse(use);
      if (parent instanceof MethodCallExpr call) {
        boolean receiver = call.getScope().filter(scope -> scope == use).isPresent();
        String method = call.getNameAsString();
        boolean sending = method.startsWith("send") || method.startsWith("trySend");
        if (sending) {
          sends.add(call);
        } else if (!receiver && !method.equals("receive")) {
          return Optional.empty();
        }
      } else if (!(parent instanceof ReturnStmt) && !(parent instanceof ForEachStmt)) {
        return Optional.empty();
      }
    }
    return Optional.of(sends);
  }

  /** Whether something in the block runs at most once each time the variable is declared. */
  boolean runsOnce(Node inner) {
    for (Node node = inner; node != block; node = node.getParentNode().orElse(block)) {
      if (isLoop(node) || node instanceof MethodDeclaration) {
        return false;
      }
      if (node instanceof LambdaExpr && !isStarted(node)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLoop(Node node) {
    return node instanceof ForStmt
        || node instanceof ForEachStmt
        || node instanceof WhileStmt
        || node instanceof DoStmt;
  }

  /** Whether a lambda is handed to what runs it once, in a goroutine of its own. */
  static boolean isStarted(Node lambda) {
    return switch (lambda.getParentNode().orElse(lambda)) {
      case MethodCallExpr call -> STARTERS.contains(call.getNameAsString());
      case ObjectCreationExpr creation -> creation.getType().getNameAsString().equals("Thread");
      default -> false;
    };
  }
}
