package dev.chanvet.analyzer.ir;

import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class, interface, record or enum.
 *
 * @param name qualified; nested types with {@code .}, anonymous and local ones numbered: {@code
 *     pkg.Outer.1}, {@code pkg.Outer.1Local}
 * @param kind what it was in the source
 * @param superclass qualified name; null for interfaces and where it is {@code Object}
 * @param interfaces qualified names
 * @param fields by name, in order of declaration; record components and the synthetic {@code
 *     this$0} and {@code val$x} included
 * @param methods all functions declared here, lambdas included, in order of declaration
 * @param enumConstants names in order; empty for what is no enum
 * @param modifiers {@code public}, {@code static}, {@code abstract}, {@code final}, {@code sealed}
 * @param model whether it models a library class rather than being user code
 * @param site the name in the declaration
 */
public record TypeDeclaration(
    String name,
    Kind kind,
    @Nullable String superclass,
    List<String> interfaces,
    Map<String, Field> fields,
    List<FunctionId> methods,
    List<String> enumConstants,
    Set<String> modifiers,
    boolean model,
    Site site) {

  /** What a type was in the source. */
  public enum Kind {
    CLASS,
    INTERFACE,
    RECORD,
    ENUM
  }

  /** A field's declared type and whether it is static or final. */
  public record Field(String name, TypeRef type, boolean isStatic, boolean isFinal, Site site) {}

  public TypeDeclaration {
    interfaces = List.copyOf(interfaces);
    fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
    methods = List.copyOf(methods);
    enumConstants = List.copyOf(enumConstants);
    modifiers = Set.copyOf(modifiers);
  }
}
