package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.TypeRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's methods on numbers and strings answer for constants: the JDK itself is asked. Only
 * those that depend on nothing but what they are given, and small values only.
 */
final class JdkAnswers {
  private static final Map<String, Class<?>> CLASSES =
      Stream.of(
              String.class,
              Math.class,
              StrictMath.class,
              Integer.class,
              Long.class,
              Short.class,
              Byte.class,
              Character.class,
              Boolean.class,
              Double.class)
          .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type));

  /** They read the properties of the system, or draw lots. */
  private static final Set<String> IMPURE = Set.of("getInteger", "getLong", "getBoolean", "random");

  /** They take a pattern first. */
  private static final Set<String> PATTERNED =
      Set.of("matches", "replaceAll", "replaceFirst", "split");

  private static final int LONGEST_TEXT = 40;
  private static final int LONGEST_ARRAY = 16;
  private static final long LARGEST = 1000;

  private static final Map<String, List<Method>> METHODS = new ConcurrentHashMap<>();

  private JdkAnswers() {}

  /**
   * An answer.
   *
   * @param value a value; null if there is none
   * @param elements of an array: what it holds; null if the answer is none
   * @param exception what is thrown instead; null if nothing is
   */
  record Answer(
      @Nullable Value value,
      @Nullable List<Value> elements,
      TypeRef type,
      @Nullable String exception) {}

  /** Whether a class has static methods of that name. */
  static boolean isStatic(String owner, String method) {
    return CLASSES.containsKey(owner)
        && methods(owner, method).stream().anyMatch(m -> Modifier.isStatic(m.getModifiers()));
  }

  /**
   * The answer of a method; null if it is not known.
   *
   * @param owner the class of a static method; of others, that of the receiver counts
   * @param types how the source types the arguments, as far as it does
   */
  static @Nullable Answer of(
      String owner,
      String name,
      @Nullable Value receiver,
      List<Value> arguments,
      List<TypeRef> types) {
    String type =
        receiver == null ? owner : receiver instanceof Value.Text ? "java.lang.String" : "";
    if (!CLASSES.containsKey(type)
        || IMPURE.contains(name)
        || !arguments.stream().allMatch(JdkAnswers::isSmall)
        || (receiver != null && !isSmall(receiver))
        || isDear(name, arguments)) {
      return null;
    }
    if (receiver instanceof Value.Text text && arguments.isEmpty()) {
      String cased = inOtherCase(name, text.value());
      if (cased != null) {
        return answer(cased);
      }
    }
    return methods(type, name).stream()
        .filter(method -> Modifier.isStatic(method.getModifiers()) == (receiver == null))
        .filter(method -> takes(method, arguments, types))
        .min(Comparator.comparingInt(method -> strangeness(method, arguments, types)))
        .map(method -> ask(method, receiver, arguments))
        .orElse(null);
  }

  /** What depends on the machine's language is answered as in none. */
  private static @Nullable String inOtherCase(String method, String text) {
    return switch (method) {
      case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
      case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
      default -> null;
    };
  }

  private static List<Method> methods(String type, String name) {
    return METHODS.computeIfAbsent(
        type + "." + name,
        key ->
            Arrays.stream(Objects.requireNonNull(CLASSES.get(type)).getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .sorted(Comparator.comparing(Method::toString))
                .toList());
  }

  private static boolean isSmall(Value value) {
    return switch (value) {
      case Value.Int n -> Math.abs(n.value()) <= LARGEST;
      case Value.Text text ->
          text.value().length() <= LONGEST_TEXT && !text.equals(LiveRegisters.ANY_TEXT);
      case Value.Bool bool -> true;
      case Value.Real real -> true;
      default -> false;
    };
  }

  /** Whether the answer may be very long, or take very long to find. */
  private static boolean isDear(String name, List<Value> arguments) {
    if (arguments.isEmpty()) {
      return false;
    }
    Value first = arguments.getFirst();
    return name.equals("repeat")
        ? first instanceof Value.Int times && times.value() > LONGEST_TEXT
        : PATTERNED.contains(name)
            && first instanceof Value.Text pattern
            && isDear(pattern.value());
  }

  /** Patterns that repeat more than one thing, or a group, may take for ever. */
  private static boolean isDear(String pattern) {
    long repetitions = pattern.chars().filter(c -> "*+?{".indexOf(c) >= 0).count();
    return repetitions > 1 || (repetitions == 1 && pattern.contains("("));
  }

  private static boolean takes(Method method, List<Value> arguments, List<TypeRef> types) {
    Class<?>[] parameters = method.getParameterTypes();
    return parameters.length == arguments.size()
        && IntStream.range(0, parameters.length)
            .allMatch(i -> distance(parameters[i], arguments.get(i), typed(types, i)) >= 0);
  }

  private static int strangeness(Method method, List<Value> arguments, List<TypeRef> types) {
    Class<?>[] parameters = method.getParameterTypes();
    return IntStream.range(0, parameters.length)
        .map(i -> distance(parameters[i], arguments.get(i), typed(types, i)))
        .sum();
  }

  private static String typed(List<TypeRef> types, int index) {
    return index < types.size() ? types.get(index).simpleName() : "";
  }

  /** How far a parameter's type is from an argument: 0 the same, negative if it does not fit. */
  private static int distance(Class<?> parameter, Value argument, String typed) {
    return switch (argument) {
      case Value.Text text ->
          parameter == String.class ? 0 : parameter.isAssignableFrom(String.class) ? 1 : -1;
      case Value.Bool bool -> parameter == boolean.class ? 0 : -1;
      case Value.Real real -> parameter == double.class ? 0 : -1;
      case Value.Int n -> numberDistance(parameter, typed);
      default -> -1;
    };
  }

  private static int numberDistance(Class<?> parameter, String typed) {
    if (typed.equals("char") || typed.equals("Character")) {
      return parameter == char.class ? 0 : parameter == int.class ? 1 : -1;
    }
    boolean isLong = typed.equals("long") || typed.equals("Long");
    if (parameter == int.class) {
      return isLong ? -1 : 0;
    }
    if (parameter == long.class) {
      return isLong ? 0 : 1;
    }
    return parameter == double.class ? 2 : -1;
  }

  private static @Nullable Answer ask(
      Method method, @Nullable Value receiver, List<Value> arguments) {
    Object[] given = new Object[arguments.size()];
    Class<?>[] parameters = method.getParameterTypes();
    for (int i = 0; i < given.length; i++) {
      given[i] = toJava(arguments.get(i), parameters[i]);
    }
    try {
      return answer(method.invoke(receiver instanceof Value.Text t ? t.value() : null, given));
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof RuntimeException failure
          ? new Answer(null, null, TypeRef.UNKNOWN, failure.getClass().getName())
          : null;
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  private static Object toJava(Value value, Class<?> type) {
    return switch (value) {
      case Value.Text text -> text.value();
      case Value.Bool bool -> bool.value();
      case Value.Real real -> real.value();
      case Value.Int n when type == int.class -> (int) n.value();
      case Value.Int n when type == char.class -> (char) n.value();
      case Value.Int n when type == double.class -> (double) n.value();
      case Value.Int n -> n.value();
      default -> throw new IllegalArgumentException(value.toString());
    };
  }

  private static @Nullable Answer answer(@Nullable Object answer) {
    if (answer instanceof String[] texts) {
      return array(List.of(texts), "java.lang.String");
    }
    if (answer instanceof char[] characters) {
      List<Character> all = new ArrayList<>();
      for (char character : characters) {
        all.add(character);
      }
      return array(all, "char");
    }
    Value value = fromJava(answer);
    return value == null ? null : new Answer(value, null, TypeRef.UNKNOWN, null);
  }

  private static @Nullable Answer array(List<?> elements, String type) {
    List<Value> values = new ArrayList<>();
    for (Object element : elements) {
      Value value = fromJava(element);
      if (value == null || values.size() == LONGEST_ARRAY) {
        return null;
      }
      values.add(value);
    }
    return new Answer(null, values, TypeRef.of(type), null);
  }

  private static @Nullable Value fromJava(@Nullable Object answer) {
    Value value =
        switch (answer) {
          case String text -> new Value.Text(text);
          case Boolean bool -> Value.of(bool.booleanValue());
          case Character character -> Value.of((long) character);
          case Integer n -> Value.of(n.longValue());
          case Long n -> Value.of(n.longValue());
          case Double real -> new Value.Real(real);
          case null, default -> null;
        };
    return value != null && isSmall(value) ? value : null;
  }
}
