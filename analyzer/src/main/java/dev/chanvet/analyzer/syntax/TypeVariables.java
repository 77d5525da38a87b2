package dev.chanvet.analyzer.syntax;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.TypeParameter;
import dev.chanvet.analyzer.ir.TypeRef;
import org.jspecify.annotations.Nullable;

/** The type variables of a generic declaration: each stands for its first bound. */
record TypeVariables(NodeList<TypeParameter> parameters, TypeScope enclosing) implements TypeScope {
  @Override
  public @Nullable TypeRef lookup(String simpleName) {
    for (TypeParameter parameter : parameters) {
      if (parameter.getNameAsString().equals(simpleName)) {
        return TypeScope.bound(parameter, enclosing);
      }
    }
    return enclosing.lookup(simpleName);
  }

  @Override
  public TypeIndex index() {
    return enclosing.index();
  }
}
