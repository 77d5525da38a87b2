package dev.chanvet.analyzer.facts;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The inheritance of the JDK's own classes, read from the running JDK without initializing them:
 * which exception a {@code catch} matches, whether a name is a platform type at all.
 */
public final class PlatformClasses {
  private static final Map<String, Optional<Class<?>>> LOADED = new ConcurrentHashMap<>();

  private PlatformClasses() {}

  /** Whether the JDK has a class of that qualified name (nested types with {@code .}). */
  public static boolean exists(String name) {
    return load(name).isPresent();
  }

  /** Whether both are JDK classes and {@code name} is {@code ancestor} or inherits from it. */
  public static boolean inherits(String name, String ancestor) {
    Optional<Class<?>> type = load(name);
    Optional<Class<?>> above = load(ancestor);
    return type.isPresent() && above.isPresent() && above.get().isAssignableFrom(type.get());
  }

  /** Whether the JDK has an interface of that name. */
  public static boolean isInterface(String name) {
    return load(name).map(Class::isInterface).orElse(false);
  }

  /**
   * The one abstract method of a JDK interface; null if {@code type} is no functional interface.
   */
  public static @Nullable String functionalMethod(String type) {
    return abstractMethod(type).map(Method::getName).orElse(null);
  }

  /** How many parameters that method has; -1 if there is none. */
  public static int functionArity(String type) {
    return abstractMethod(type).map(Method::getParameterCount).orElse(-1);
  }

  private static Optional<Method> abstractMethod(String type) {
    return load(type)
        .filter(Class::isInterface)
        .map(loaded ->
            Arrays.stream(loaded.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .filter(method -> !isFromObject(method))
                .toList())
        .filter(open -> open.size() == 1)
        .map(List::getFirst);
  }

  private static boolean isFromObject(Method method) {
    return Arrays.stream(Object.class.getMethods())
        .anyMatch(own ->
            own.getName().equals(method.getName())
                && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }

  private static Optional<Class<?>> load(String name) {
    if (!name.startsWith("java.") && !name.startsWith("javax.")) {
      return Optional.empty();
    }
    return LOADED.computeIfAbsent(name, PlatformClasses::find);
  }

  private static Optional<Class<?>> find(String name) {
    String binary = name;
    while (true) {
      try {
        return Optional.of(Class.forName(binary, false, ClassLoader.getPlatformClassLoader()));
      } catch (ClassNotFoundException | LinkageError e) {
        int dot = binary.lastIndexOf('.');
        if (dot < 0
            || !Character.isUpperCase(binary.charAt(binary.lastIndexOf('.', dot - 1) + 1))) {
          return Optional.empty();
        }
        binary = binary.substring(0, dot) + '$' + binary.substring(dot + 1);
      }
    }
  }
}
