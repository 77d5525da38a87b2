package dev.chanvet.analyzer.syntax;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which types the JDK that runs the analyzer has. Their class files are looked up, never loaded.
 */
final class PlatformTypes {
  private final ClassLoader loader = ClassLoader.getPlatformClassLoader();
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  /** Whether the JDK has a type of that qualified name; nested types are written with dots. */
  boolean contains(String qualifiedName) {
    return known.computeIfAbsent(qualifiedName, this::search);
  }

  private boolean search(String qualifiedName) {
    StringBuilder path = new StringBuilder(qualifiedName.length() + 6);
    boolean nested = false;
    for (String part : qualifiedName.split("\\.")) {
      if (!path.isEmpty()) {
        path.append(nested ? '$' : '/');
      }
      path.append(part);
      nested |= !part.isEmpty() && Character.isUpperCase(part.charAt(0));
    }
    return nested && loader.getResource(path.append(".class").toString()) != null;
  }

  /** The packages that a module of the JDK exports to all; empty for a module it does not have. */
  List<String> exportedPackages(String module) {
    return ModuleLayer.boot()
        .findModule(module)
        .map(Module::getDescriptor)
        .map(descriptor ->
            descriptor.exports().stream()
                .filter(export -> !export.isQualified())
                .map(export -> export.source())
                .sorted()
                .toList())
        .orElse(List.of());
  }
}
