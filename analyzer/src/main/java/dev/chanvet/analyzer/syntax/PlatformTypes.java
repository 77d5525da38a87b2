package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.ir.TypeRef;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
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
  private final Map<Call, TypeRef> results = new ConcurrentHashMap<>();
  private final @Nullable ReleaseTypes older;

  private record Call(String type, String method, int arguments) {}

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

  /**
   * What a public method returns, erased; unknown for a type variable, {@code Object}, nothing,
   * overloads that differ, and what the JDK does not have.
   *
   * @param arguments how many it is called with
   */
  TypeRef result(String qualifiedName, String method, int arguments) {
    return contains(qualifiedName)
        ? results.computeIfAbsent(
            new Call(qualifiedName, method, arguments),
            call -> resultOf(binaryName(qualifiedName, endOfPackage(qualifiedName)), call))
        : TypeRef.UNKNOWN;
  }

  private TypeRef resultOf(String binaryName, Call call) {
    try {
      List<TypeRef> different =
          Arrays.stream(Class.forName(binaryName, false, loader).getMethods())
              .filter(method -> method.getName().equals(call.method) && !method.isBridge())
              .filter(method -> accepts(method, call.arguments))
              .map(method -> erased(method.getGenericReturnType()))
              .distinct()
              .toList();
      return different.size() == 1 ? different.getFirst() : TypeRef.UNKNOWN;
    } catch (ClassNotFoundException | LinkageError e) {
      return TypeRef.UNKNOWN;
    }
  }

  private static boolean accepts(Method method, int arguments) {
    int parameters = method.getParameterCount();
    return parameters == arguments || (method.isVarArgs() && arguments >= parameters - 1);
  }

  private static TypeRef erased(Type type) {
    return switch (type) {
      case ParameterizedType generic -> erased(generic.getRawType());
      case Class<?> array when array.isArray() -> {
        TypeRef element = erased(array.getComponentType());
        yield element.isUnknown()
            ? TypeRef.UNKNOWN
            : new TypeRef(element.name(), element.dimensions() + 1);
      }
      case Class<?> plain when plain != Object.class && plain != void.class ->
          TypeRef.of(String.valueOf(plain.getCanonicalName()));
      default -> TypeRef.UNKNOWN;
    };
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
