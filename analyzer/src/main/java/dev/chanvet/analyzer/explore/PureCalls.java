package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of the JDK that answer the same in every run, as long as they are given the same. */
final class PureCalls {
  private static final Set<String> OWNERS =
      Set.of(
          "java.lang.String",
          "java.lang.StringBuilder",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Character",
          "java.lang.Boolean",
          "java.lang.Number",
          "java.lang.Enum",
          "java.lang.Comparable",
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.net.URI",
          "java.math.BigInteger",
          "java.math.BigDecimal",
          "java.util.Arrays",
          "java.util.BitSet",
          "java.util.Collections",
          "java.util.Comparator",
          "java.util.Objects",
          "java.util.UUID");

  /** Methods that are pure whoever has them. */
  private static final Set<String> METHODS =
      Set.of(
          "compareTo",
          "compare",
          "hashCode",
          "identityHashCode",
          "equals",
          "ordinal",
          "name",
          "getClass",
          "getCause",
          "values");

  /** Static methods that make values of the JDK's classes. */
  private static final Set<String> MAKERS = Set.of("of", "valueOf", "parse");

  private static final Set<String> OPEN =
      Set.of("now", "random", "randomUUID", "getInteger", "getLong", "getBoolean", "shuffle");

  private PureCalls() {}

  /** Whether the answer depends on nothing but what is given, and that on nothing outside. */
  static boolean areSettled(Invoke invoke, @Nullable Value receiver, List<Value> arguments) {
    if (OPEN.contains(invoke.name()) || !isPure(invoke)) {
      return false;
    }
    List<Value> given =
        receiver == null
            ? arguments
            : Stream.concat(Stream.of(receiver), arguments.stream()).toList();
    boolean constant =
        receiver == null && (invoke.name().equals("values") || invoke.name().equals("lookup"));
    return constant || !given.isEmpty() && given.stream().allMatch(PureCalls::isSettled);
  }

  /** Whether it is a static field of the JDK, which are constants but for those of the system. */
  static boolean isConstant(FieldRef field) {
    return field.owner() != null
        && field.owner().startsWith("java.")
        && !field.owner().equals("java.lang.System");
  }

  private static boolean isPure(Invoke invoke) {
    String owner = invoke.owner() == null ? "" : invoke.owner().name();
    return METHODS.contains(invoke.name())
        || (owner.startsWith("java.") && MAKERS.contains(invoke.name()))
        || OWNERS.contains(owner)
        || owner.startsWith("java.time.")
        || owner.startsWith("java.lang.invoke.")
        || owner.startsWith("java.util.concurrent.atomic.");
  }

  static boolean isSettled(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> unknown.settled();
      case Value.Many many -> false;
      default -> true;
    };
  }
}
