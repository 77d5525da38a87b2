package dev.chanvet.analyzer.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which types the JDK has: the one that runs the analyzer, or an older release of it. */
final class PlatformTypes {
  private final ClassLoader loader = ClassLoader.getPlatformClassLoader();
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();
  private final Set<String> packages = new HashSet<>();
  private final @Nullable ReleaseTypes older;

  PlatformTypes(JavaRelease release) {
    older = ReleaseTypes.of(release);
    ModuleLayer.boot().modules().forEach(module -> packages.addAll(module.getPackages()));
  }

  /** Whether the JDK has a type of that qualified name; nested types are written with dots. */
  boolean contains(String qualifiedName) {
    int end = endOfPackage(qualifiedName);
    return end > 0
        && packages.contains(qualifiedName.substring(0, end))
        && known.computeIfAbsent(qualifiedName, name -> isInJdk(classFile(name, end)));
  }

  private boolean isInJdk(String classFile) {
    return loader.getResource(classFile) != null
        && (older == null
            || older.contains(classFile.substring(0, classFile.length() - ".class".length())));
  }

  /** Where the package ends: before the first capitalised segment; 0 if there is no package. */
  private static int endOfPackage(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (dot + 1 < name.length() && Character.isUpperCase(name.charAt(dot + 1))) {
        return dot;
      }
    }
    return 0;
  }

  private static String classFile(String name, int endOfPackage) {
    return binaryName(name, endOfPackage).replace('.', '/') + ".class";
  }

  private static String binaryName(String name, int endOfPackage) {
    return name.substring(0, endOfPackage + 1) + name.substring(endOfPackage + 1).replace('.', '$');
  }

  /** Whether the JDK has an interface of that name. The class is loaded, never initialised. */
  boolean isInterface(String qualifiedName) {
    if (!contains(qualifiedName)) {
      return false;
    }
    try {
      String name = binaryName(qualifiedName, endOfPackage(qualifiedName));
      return Class.forName(name, false, loader).isInterface();
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
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
