package dev.chanvet.analyzer.syntax;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import dev.chanvet.analyzer.ir.TypeRef;
import org.jspecify.annotations.Nullable;

/** A place in the source at which a name of a type has a meaning. */
public interface TypeScope {
  /**
   * The type that a simple name means here.
   *
   * @return {@link TypeRef#UNKNOWN} for a type variable without a bound; null if nothing declares
   *     the name
   */
  @Nullable TypeRef lookup(String simpleName);

  /** All types that can be named. */
  TypeIndex index();

  /** Whether {@code var} stands in the place of a type. */
  static boolean isVar(Type type) {
    return type.isVarType()
        || type instanceof ClassOrInterfaceType named
            && named.getNameAsString().equals("var")
            && named.getScope().isEmpty();
  }

  /** The erasure of a written type; {@link TypeRef#UNKNOWN} where the source does not tell. */
  default TypeRef resolve(Type type) {
    if (type.isPrimitiveType() || type.isVoidType()) {
      return TypeRef.of(type.asString());
    }
    if (type.isArrayType()) {
      TypeRef element = resolve(type.asArrayType().getComponentType());
      return new TypeRef(element.name(), element.dimensions() + 1);
    }
    if (type.isClassOrInterfaceType() && !isVar(type)) {
      TypeRef found = lookupDotted(type.asClassOrInterfaceType().getNameWithScope());
      return found == null ? TypeRef.UNKNOWN : found;
    }
    if (type.isIntersectionType()) {
      return resolve(type.asIntersectionType().getElements().get(0));
    }
    return TypeRef.UNKNOWN;
  }

  /** The type that a name with or without dots means here; null if nothing declares it. */
  default @Nullable TypeRef lookupDotted(String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return lookup(name);
    }
    TypeRef first = lookup(name.substring(0, dot));
    if (first == null) {
      boolean known = index().exists(name) || isQualified(name);
      return known ? index().named(name) : null;
    }
    String rest = name.substring(dot + 1);
    DeclaredType declared = index().find(first.name());
    TypeRef member = declared == null ? null : declared.memberTypeDotted(rest);
    if (member != null) {
      return member;
    }
    String nested = first.name() + "." + rest;
    boolean unknownOwner = declared == null && !index().exists(first.name());
    return index().exists(nested) || unknownOwner && isTypeName(rest) ? TypeRef.of(nested) : null;
  }

  /** Whether a name that nothing declares reads as a package and a type in it. */
  private static boolean isQualified(String name) {
    return Character.isLowerCase(name.charAt(0))
        && isTypeName(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Whether a name is written as types are, and not as constants are. */
  private static boolean isTypeName(String name) {
    return Character.isUpperCase(name.charAt(0))
        && (name.length() == 1 || name.chars().anyMatch(Character::isLowerCase));
  }

  /** This scope with the type variables of a generic method or class in front of it. */
  default TypeScope with(NodeList<TypeParameter> parameters) {
    return parameters.isEmpty() ? this : new TypeVariables(parameters, this);
  }

  /** The first bound of a type variable, erased. */
  static TypeRef bound(TypeParameter parameter, TypeScope scope) {
    NodeList<ClassOrInterfaceType> bounds = parameter.getTypeBound();
    return bounds.isEmpty() || bounds.get(0).getNameAsString().equals(parameter.getNameAsString())
        ? TypeRef.UNKNOWN
        : scope.resolve(bounds.get(0));
  }
}
