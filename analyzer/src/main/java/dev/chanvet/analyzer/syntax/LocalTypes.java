package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.ir.TypeRef;
import org.jspecify.annotations.Nullable;

/** A local class in front of the scope in which it is declared. */
public record LocalTypes(String simpleName, String qualifiedName, TypeScope enclosing)
    implements TypeScope {
  @Override
  public @Nullable TypeRef lookup(String name) {
    return name.equals(simpleName) ? TypeRef.of(qualifiedName) : enclosing.lookup(name);
  }

  @Override
  public TypeIndex index() {
    return enclosing.index();
  }
}
