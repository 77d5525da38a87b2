package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a simple type name means at the top level of a file, in the order of the language: imports
 * by name, the file's own package, imports on demand, {@code java.lang}.
 */
final class UnitScope implements TypeScope {
  private final SourceUnit unit;
  private final TypeIndex index;
  private final Map<String, Optional<TypeRef>> known = new HashMap<>();

  UnitScope(SourceUnit unit, TypeIndex index) {
    this.unit = unit;
    this.index = index;
  }

  @Override
  public TypeIndex index() {
    return index;
  }

  @Override
  public @Nullable TypeRef lookup(String simpleName) {
    Optional<TypeRef> found = known.get(simpleName);
    if (found == null) {
      found =
          Optional.ofNullable(search(simpleName))
              .map(name -> index.named(index.nearest(name, unit)));
      known.put(simpleName, found);
    }
    return found.orElse(null);
  }

  private @Nullable String search(String name) {
    String imported = unit.importedType(name);
    if (imported != null) {
      return imported;
    }
    for (String owner : unit.staticImports(name)) {
      if (index.exists(owner + "." + name)) {
        return owner + "." + name;
      }
    }
    String own = unit.inPackage(name);
    if (index.exists(own)) {
      return own;
    }
    String onDemand = onDemand(name);
    if (onDemand != null) {
      return onDemand;
    }
    String inLang = "java.lang." + name;
    if (index.exists(inLang)) {
      return inLang;
    }
    return onlyFromOwnPackage() && Character.isUpperCase(name.charAt(0)) ? own : null;
  }

  private @Nullable String onDemand(String name) {
    List<String> packages = new ArrayList<>(unit.typesOnDemand());
    packages.addAll(unit.staticsOnDemand());
    for (String owner : packages) {
      if (index.exists(owner + "." + name)) {
        return owner + "." + name;
      }
    }
    for (String module : unit.modules()) {
      for (String owner : index.exportedPackages(module)) {
        if (index.exists(owner + "." + name)) {
          return owner + "." + name;
        }
      }
    }
    return null;
  }

  /**
   * Whether a name found nowhere can only be a type of this package that is not among the files.
   */
  private boolean onlyFromOwnPackage() {
    return unit.typesOnDemand().stream().allMatch(index::isPlatformPackage)
        && unit.staticsOnDemand().stream().allMatch(index::exists);
  }
}
