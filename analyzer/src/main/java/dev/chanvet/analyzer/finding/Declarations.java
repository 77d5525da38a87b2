package dev.chanvet.analyzer.finding;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of a file by their places: in which one does a finding lie?
 *
 * <pre>
 *   package shop;
 *   class Orders {
 *     final Channel&lt;Order&gt; queue = Channel.make();     // shop.Orders.queue
 *     Order take(int shelf) {
 *       go(() -> queue.send(order(shelf)));              // shop.Orders.take(int)
 *     }
 *   }
 * </pre>
 *
 * <p>A lambda is no declaration: it has no name that would survive another lambda before it.
 *
 * @param all outer ones first
 */
public record Declarations(List<Declaration> all) {
  /** Of a file that was not parsed. */
  public static final Declarations NONE = new Declarations(List.of());

  /** A declaration and where it is, annotations and comments excepted. */
  public record Declaration(String name, int line, int column, int endLine, int endColumn) {
    private boolean contains(Site site) {
      return (line < site.line() || line == site.line() && column <= site.column())
          && (site.line() < endLine || site.line() == endLine && site.column() <= endColumn);
    }
  }

  public Declarations {
    all = List.copyOf(all);
  }

  /** Those of a parsed file. */
  public static Declarations in(CompilationUnit tree) {
    List<Declaration> all = new ArrayList<>();
    tree.walk(
        Node.TreeTraversal.PREORDER,
        node -> {
          Range range = node.getRange().orElse(null);
          if (range != null && simpleName(node) != null) {
            all.add(
                new Declaration(
                    qualifiedName(node),
                    range.begin.line,
                    range.begin.column,
                    range.end.line,
                    range.end.column));
          }
        });
    return new Declarations(all);
  }

  /** The name of the innermost one around a place; empty if there is none. */
  public String around(Site site) {
    return all.reversed().stream()
        .filter(declaration -> declaration.contains(site))
        .findFirst()
        .map(Declaration::name)
        .orElse("");
  }

  private static String qualifiedName(Node declaration) {
    List<String> names = new ArrayList<>();
    for (Node node = declaration; node != null; node = node.getParentNode().orElse(null)) {
      String name = simpleName(node);
      if (name != null) {
        names.addFirst(name);
      } else if (node instanceof CompilationUnit unit) {
        unit.getPackageDeclaration().ifPresent(p -> names.addFirst(p.getNameAsString()));
      }
    }
    return String.join(".", names);
  }

  /** What a node adds to the names of what it contains; null if it is no declaration. */
  private static @Nullable String simpleName(Node node) {
    return switch (node) {
      case TypeDeclaration<?> type -> type.getNameAsString();
      case CallableDeclaration<?> callable -> callable.getNameAsString() + parameters(callable);
      case CompactConstructorDeclaration constructor -> constructor.getNameAsString();
      case InitializerDeclaration initializer -> initializer.isStatic() ? "<clinit>" : "<init>";
      case EnumConstantDeclaration constant -> constant.getNameAsString();
      case VariableDeclarator variable
          when variable.getParentNode().orElse(null) instanceof FieldDeclaration ->
          variable.getNameAsString();
      case ObjectCreationExpr creation when creation.getAnonymousClassBody().isPresent() ->
          "new " + creation.getType().getNameAsString();
      default -> null;
    };
  }

  private static String parameters(CallableDeclaration<?> callable) {
    return callable.getParameters().stream()
        .map(Declarations::type)
        .collect(Collectors.joining(",", "(", ")"));
  }

  /** As it is written, without annotations and type arguments. */
  private static String type(Parameter parameter) {
    String type =
        parameter
            .getType()
            .asString()
            .replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "")
            .replaceAll("<.*>", "");
    return parameter.isVarArgs() ? type + "..." : type;
  }
}
