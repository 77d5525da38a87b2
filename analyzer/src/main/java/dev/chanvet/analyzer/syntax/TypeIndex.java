package dev.chanvet.analyzer.syntax;

import com.github.javaparser.ast.body.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeDeclaration.Kind;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The declared types by qualified name: those of the given units, and those that have a model,
 * which are parsed when first named. A model takes precedence over a given unit of the same name,
 * so that a library's own sources are analysed against the same contract as its users. For one
 * thread.
 */
public final class TypeIndex {
  private final Map<String, DeclaredType> types = new LinkedHashMap<>();
  private final Map<String, List<DeclaredType>> declarations = new HashMap<>();
  private final Map<String, Boolean> existing = new HashMap<>();
  private final Map<String, Boolean> loadedModels = new HashMap<>();
  private final Library library;
  private final Diagnostics diagnostics;
  private final Consumer<DeclaredType> newcomers;

  /**
   * An index without types.
   *
   * @param library what the types are written against
   * @param newcomers is told each type that joins the index, nested types after their outer ones
   */
  public TypeIndex(Library library, Diagnostics diagnostics, Consumer<DeclaredType> newcomers) {
    this.library = library;
    this.diagnostics = diagnostics;
    this.newcomers = newcomers;
  }

  /**
   * Adds the types of a unit of user code, except those that have a model. A type that another unit
   * declares as well, as programs in several folders do with {@code Main}, gets a numbered name.
   */
  public void add(SourceUnit unit) {
    UnitScope scope = new UnitScope(unit, this);
    for (TypeDeclaration<?> node : unit.tree().getTypes()) {
      String name = unit.inPackage(node.getNameAsString());
      loadModel(name);
      DeclaredType first = types.get(name);
      if (first == null || !first.unit().isModel()) {
        List<DeclaredType> namesakes =
            declarations.computeIfAbsent(name, key -> new ArrayList<>(1));
        String unique = namesakes.isEmpty() ? name : name + "#" + (namesakes.size() + 1);
        DeclaredType type = DeclaredType.topLevel(unit, unique, node, scope);
        namesakes.add(type);
        add(type);
      }
    }
  }

  /**
   * The type that a qualified name means in {@code unit}: of several, the one of the same file,
   * else the one in the nearest folder.
   */
  String nearest(String qualifiedName, SourceUnit unit) {
    List<DeclaredType> namesakes = declarations.getOrDefault(qualifiedName, List.of());
    if (namesakes.size() < 2) {
      return qualifiedName;
    }
    DeclaredType nearest = namesakes.get(0);
    for (DeclaredType type : namesakes) {
      if (nearness(type.unit(), unit) > nearness(nearest.unit(), unit)) {
        nearest = type;
      }
    }
    return nearest.name();
  }

  /** The length of the path that two files share. */
  private static int nearness(SourceUnit a, SourceUnit b) {
    if (a == b) {
      return Integer.MAX_VALUE;
    }
    String first = a.file().path();
    String second = b.file().path();
    int common = 0;
    for (int i = 0; i < Math.min(first.length(), second.length()); i++) {
      if (first.charAt(i) != second.charAt(i)) {
        return common;
      }
      common = first.charAt(i) == '/' ? i + 1 : common;
    }
    return common;
  }

  /** Adds a type and those nested in it; the first of several with the same name stays. */
  public void add(DeclaredType type) {
    if (types.putIfAbsent(type.name(), type) == null) {
      newcomers.accept(type);
      type.memberTypes().forEach(this::add);
    }
  }

  /** The declared type of that qualified name, or null if neither user code nor a model has it. */
  public @Nullable DeclaredType find(String qualifiedName) {
    DeclaredType found = types.get(qualifiedName);
    if (found == null) {
      loadModel(topLevel(qualifiedName));
      found = types.get(qualifiedName);
    }
    return found;
  }

  private void loadModel(String topLevelType) {
    if (loadedModels.putIfAbsent(topLevelType, true) != null) {
      return;
    }
    SourceUnit unit = library.models().unit(topLevelType, diagnostics);
    if (unit != null) {
      UnitScope scope = new UnitScope(unit, this);
      for (TypeDeclaration<?> node : unit.tree().getTypes()) {
        add(DeclaredType.topLevel(unit, unit.inPackage(node.getNameAsString()), node, scope));
      }
    }
  }

  /** Whether user code, a model or the JDK has a type of that qualified name. */
  public boolean exists(String qualifiedName) {
    Boolean known = existing.get(qualifiedName);
    if (known == null) {
      known = library.platform().contains(qualifiedName) || find(qualifiedName) != null;
      existing.put(qualifiedName, known);
    }
    return known;
  }

  /**
   * What a method of the JDK returns, if nothing but the JDK says so: a text, a number, a class.
   * Unknown for types that have a model: who gets one from unknown code knows nothing of it.
   */
  public TypeRef resultOf(TypeRef type, String method, int arguments) {
    TypeRef result =
        type.dimensions() == 0
            ? library.platform().result(type.name(), method, arguments)
            : TypeRef.UNKNOWN;
    return find(result.name()) == null ? result : TypeRef.UNKNOWN;
  }

  /** Whether that type is known to be an interface. */
  boolean isInterface(String qualifiedName) {
    DeclaredType declared = find(qualifiedName);
    return declared == null
        ? library.platform().isInterface(qualifiedName)
        : declared.kind() == Kind.INTERFACE;
  }

  /** The type of that qualified name, whose model, if it has one, joins the index. */
  TypeRef named(String qualifiedName) {
    find(qualifiedName);
    return TypeRef.of(qualifiedName);
  }

  boolean isPlatformPackage(String name) {
    return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.");
  }

  List<String> exportedPackages(String module) {
    return library.platform().exportedPackages(module);
  }

  /** All types, in the order in which they joined. */
  public Collection<DeclaredType> types() {
    return new ArrayList<>(types.values());
  }

  /** The part of a qualified name up to its first capitalised segment. */
  private static String topLevel(String qualifiedName) {
    int start = 0;
    while (start < qualifiedName.length()) {
      int dot = qualifiedName.indexOf('.', start);
      if (dot < 0) {
        break;
      }
      if (Character.isUpperCase(qualifiedName.charAt(start))) {
        return qualifiedName.substring(0, dot);
      }
      start = dot + 1;
    }
    return qualifiedName;
  }
}
