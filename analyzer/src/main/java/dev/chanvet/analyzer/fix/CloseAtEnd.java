package dev.chanvet.analyzer.fix;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.finding.TextEdit;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The declaration of a resource becomes the head of a try-with-resources statement around the rest
 * of its block.
 */
final class CloseAtEnd {
  private CloseAtEnd() {}

  static Optional<Fix> of(Code code, Site site) {
    return code.call(site)
        .flatMap(Variable::initializedWith)
        .filter(variable -> variable.uses().stream().noneMatch(CloseAtEnd::isHandedOn))
        .flatMap(variable -> of(code, variable));
  }

  /** Whether what a use is may be needed after the block, or the variable is assigned again. */
  private static boolean isHandedOn(NameExpr use) {
    Node inner = use;
    Node outer = use.getParentNode().orElse(use);
    if (outer instanceof MethodCallExpr call
        && call.getScope().filter(scope -> scope == use).isPresent()) {
      return false;
    }
    while (outer instanceof Expression && !(outer instanceof LambdaExpr)) {
      if (outer instanceof AssignExpr || outer instanceof ObjectCreationExpr) {
        return true;
      }
      inner = outer;
      outer = outer.getParentNode().orElse(inner);
    }
    return outer instanceof ReturnStmt;
  }

  private static Optional<Fix> of(Code code, Variable variable) {
    List<Statement> all = variable.block().getStatements();
    Statement last = all.getLast();
    int first = code.file().lineAt(code.end(variable.statement()) - 1) + 1;
    int lastLine = code.file().lineAt(code.end(last) - 1);
    boolean linesOfItsOwn =
        last != variable.statement()
            && code.line(all.get(all.indexOf(variable.statement()) + 1)) >= first
            && code.file().lineAt(code.end(variable.block()) - 1) > lastLine;
    if (!linesOfItsOwn) {
      return Optional.empty();
    }
    int head = code.start(variable.statement());
    int semicolon = code.end(variable.statement()) - 1;
    String unit = code.unit(variable.statement(), variable.block());
    List<TextEdit> edits = new ArrayList<>();
    edits.add(code.insert(head, "try ("));
    edits.add(code.replace(semicolon, semicolon + 1, ") {"));
    for (int line = first; line <= lastLine; line++) {
      if (!code.file().line(line).isBlank()) {
        edits.add(code.insert(code.file().offset(line, 1), unit));
      }
    }
    int end = code.file().offset(lastLine, 1) + code.file().line(lastLine).length();
    edits.add(code.insert(end, code.lineEnd() + code.indent(head) + "}"));
    return Optional.of(
        new Fix("make '%s' in a try-with-resources statement".formatted(variable.name()), edits));
  }
}
