package dev.chanvet.analyzer.fix;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.chanvet.analyzer.finding.TextEdit;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import dev.chanvet.analyzer.syntax.Sites;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A parsed file, and edits of it that follow its style. */
record Code(SourceFile file, CompilationUnit tree) {

  /** The call that an operation's site belongs to: it begins at the name of the method. */
  Optional<MethodCallExpr> call(Site site) {
    return tree.findFirst(
        MethodCallExpr.class,
        call ->
            Sites.between(file, call.getName(), call).equals(site)
                || Sites.of(file, call).equals(site));
  }

  /** The {@code new} that stands exactly at a site. */
  Optional<ObjectCreationExpr> creation(Site site) {
    return tree.findFirst(
        ObjectCreationExpr.class, creation -> Sites.of(file, creation).equals(site));
  }

  /** The statement that consists of an expression; null if it is part of more. */
  static @Nullable ExpressionStmt statement(Node expression) {
    return expression.getParentNode().orElse(null) instanceof ExpressionStmt statement
        ? statement
        : null;
  }

  /** The block that a statement is an element of; null if it is none of a block. */
  static @Nullable BlockStmt block(Node statement) {
    return statement.getParentNode().orElse(null) instanceof BlockStmt block ? block : null;
  }

  int line(Node node) {
    return Sites.of(file, node).line();
  }

  /** The index of a node's first character. */
  int start(Node node) {
    Site site = Sites.of(file, node);
    return file.offset(site.line(), site.column());
  }

  /** The index behind a node's last character. */
  int end(Node node) {
    Site site = Sites.of(file, node);
    return file.offset(site.endLine(), site.endColumn()) + 1;
  }

  TextEdit replace(int start, int end, String text) {
    return new TextEdit(file, start, end, text);
  }

  TextEdit insert(int at, String text) {
    return replace(at, at, text);
  }

  /** Takes a statement away: its lines, with a comment behind it, if nothing else is in them. */
  TextEdit without(Statement statement) {
    String text = file.text();
    int start = start(statement);
    int end = end(statement);
    int blank = start;
    while (blank > 0 && isBlank(text.charAt(blank - 1))) {
      blank--;
    }
    boolean beginsLine = blank == 0 || isLineEnd(text.charAt(blank - 1));
    int rest = end;
    while (rest < text.length() && isBlank(text.charAt(rest))) {
      rest++;
    }
    if (text.startsWith("//", rest)) {
      while (rest < text.length() && !isLineEnd(text.charAt(rest))) {
        rest++;
      }
    }
    boolean endsLine = rest == text.length() || isLineEnd(text.charAt(rest));
    if (beginsLine && endsLine) {
      int line = file.lineAt(end - 1);
      int next = line < file.lineCount() ? file.offset(line + 1, 1) : text.length();
      return replace(blank, next, "");
    }
    return replace(beginsLine ? start : blank, beginsLine ? rest : end, "");
  }

  /** A new line with a statement in front of another one. */
  TextEdit before(Statement statement, String text) {
    int start = start(statement);
    return insert(start, text + lineEnd() + indent(start));
  }

  /** A new line with a statement behind another one, and behind the comment of its line. */
  TextEdit after(Statement statement, String text) {
    int at = end(statement);
    String all = file.text();
    int rest = at;
    while (rest < all.length() && isBlank(all.charAt(rest))) {
      rest++;
    }
    if (all.startsWith("//", rest)) {
      while (rest < all.length() && !isLineEnd(all.charAt(rest))) {
        rest++;
      }
      at = rest;
    }
    return insert(at, lineEnd() + indent(start(statement)) + text);
  }

  /** The blanks that the line of an index begins with. */
  String indent(int index) {
    String line = file.line(file.lineAt(index));
    int end = 0;
    while (end < line.length() && isBlank(line.charAt(end))) {
      end++;
    }
    return line.substring(0, end);
  }

  /** What one more level of nesting puts in front of a statement of a block. */
  String unit(Statement statement, BlockStmt block) {
    String inner = indent(start(statement));
    String outer = indent(start(block));
    if (inner.startsWith(outer) && inner.length() > outer.length()) {
      return inner.substring(outer.length());
    }
    return inner.startsWith("\t") ? "\t" : "  ";
  }

  /** As the first line ends. */
  String lineEnd() {
    String text = file.text();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        return "\n";
      }
      if (text.charAt(i) == '\r') {
        return text.startsWith("\r\n", i) ? "\r\n" : "\r";
      }
    }
    return "\n";
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
