package dev.chanvet.analyzer.syntax;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;
import dev.chanvet.analyzer.ir.TypeDeclaration.Kind;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What all kinds of type declarations have in common.
 *
 * @param superclass the class written after {@code extends} or {@code new}; null if there is none
 * @param interfaces those written after {@code implements}, or an interface's {@code extends}
 * @param isStatic whether its objects never hold an enclosing object
 * @param isConstantBody whether it is the body of an enum constant, whose superclass is the enum
 */
public record Heading(
    Kind kind,
    @Nullable ClassOrInterfaceType superclass,
    NodeList<ClassOrInterfaceType> interfaces,
    NodeList<TypeParameter> typeParameters,
    NodeList<BodyDeclaration<?>> members,
    Set<String> modifiers,
    boolean isStatic,
    boolean isAnonymous,
    boolean isConstantBody) {

  static Heading of(Node node) {
    if (node instanceof ClassOrInterfaceDeclaration type) {
      return ofClass(type);
    }
    if (node instanceof RecordDeclaration type) {
      return new Heading(
          Kind.RECORD,
          null,
          type.getImplementedTypes(),
          type.getTypeParameters(),
          type.getMembers(),
          modifiers(type),
          true,
          false,
          false);
    }
    if (node instanceof EnumDeclaration type) {
      return new Heading(
          Kind.ENUM,
          null,
          type.getImplementedTypes(),
          new NodeList<>(),
          type.getMembers(),
          modifiers(type),
          true,
          false,
          false);
    }
    if (node instanceof ObjectCreationExpr creation) {
      NodeList<BodyDeclaration<?>> members =
          creation.getAnonymousClassBody().orElse(new NodeList<>());
      return new Heading(
          Kind.CLASS,
          creation.getType(),
          new NodeList<>(),
          new NodeList<>(),
          members,
          Set.of("final"),
          false,
          true,
          false);
    }
    if (node instanceof EnumConstantDeclaration constant) {
      return new Heading(
          Kind.CLASS,
          null,
          new NodeList<>(),
          new NodeList<>(),
          constant.getClassBody(),
          Set.of("final"),
          true,
          false,
          true);
    }
    TypeDeclaration<?> other = (TypeDeclaration<?>) node;
    return new Heading(
        Kind.INTERFACE,
        null,
        new NodeList<>(),
        new NodeList<>(),
        other.getMembers(),
        modifiers(other),
        true,
        false,
        false);
  }

  private static Heading ofClass(ClassOrInterfaceDeclaration type) {
    boolean isInterface = type.isInterface();
    NodeList<ClassOrInterfaceType> extended = type.getExtendedTypes();
    return new Heading(
        isInterface ? Kind.INTERFACE : Kind.CLASS,
        isInterface || extended.isEmpty() ? null : extended.get(0),
        isInterface ? extended : type.getImplementedTypes(),
        type.getTypeParameters(),
        type.getMembers(),
        modifiers(type),
        isInterface || type.isStatic(),
        false,
        false);
  }

  private static Set<String> modifiers(TypeDeclaration<?> type) {
    Set<String> all = new TreeSet<>();
    for (Modifier modifier : type.getModifiers()) {
      all.add(modifier.getKeyword().asString());
    }
    return all;
  }

  /**
   * The qualified names of the supertypes, the superclass first; those that nothing tells are left
   * out.
   */
  List<String> supertypes(TypeScope scope, @Nullable DeclaredType outer) {
    List<String> names = new ArrayList<>();
    if (isConstantBody && outer != null) {
      names.add(outer.name());
    }
    if (superclass != null) {
      add(names, superclass, scope);
    }
    for (ClassOrInterfaceType type : interfaces) {
      add(names, type, scope);
    }
    return names;
  }

  private static void add(List<String> names, ClassOrInterfaceType type, TypeScope scope) {
    TypeRef resolved = scope.resolve(type);
    names.add(resolved.isUnknown() ? type.getNameWithScope() : resolved.name());
  }
}
