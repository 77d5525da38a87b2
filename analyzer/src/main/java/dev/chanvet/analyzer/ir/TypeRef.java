package dev.chanvet.analyzer.ir;

/**
 * An erased type as the source names it.
 *
 * @param name the qualified name ({@code java.util.List}, nested types with {@code .}), a
 *     primitive's name ({@code int}), or {@link #UNKNOWN}'s name where the source does not tell
 * @param dimensions array dimensions, 0 for no array
 */
public record TypeRef(String name, int dimensions) {
  /** A type that the source does not tell: {@code var}, a type variable, an unresolved name. */
  public static final TypeRef UNKNOWN = new TypeRef("?", 0);

  /** A type without dimensions. */
  public static TypeRef of(String name) {
    return new TypeRef(name, 0);
  }

  /** Whether nothing is known of the type. */
  public boolean isUnknown() {
    return name.equals(UNKNOWN.name) && dimensions == 0;
  }

  /** The type of this array's elements; unknown for what is not an array. */
  public TypeRef element() {
    return dimensions == 0 ? UNKNOWN : new TypeRef(name, dimensions - 1);
  }

  /** The last part of the name with its dimensions: {@code List}, {@code int[]}. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1) + "[]".repeat(dimensions);
  }

  @Override
  public String toString() {
    return name + "[]".repeat(dimensions);
  }
}
