package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.Instruction.Invoke;
import java.util.Set;

/**
 * Calls of code that is not there and that keeps nothing of what it is given: printing, describing,
 * formatting, computing on numbers and text.
 */
public final class Harmless {
  /** JDK packages and classes none of whose methods keeps an argument. */
  private static final Set<String> OWNERS =
      Set.of(
          "java.lang",
          "java.io",
          "java.time",
          "java.math",
          "java.text",
          "java.util.logging",
          "java.util.Objects",
          "java.util.Locale",
          "java.util.UUID",
          "org.slf4j");

  /** Methods that print or describe, whoever has them. */
  private static final Set<String> METHODS =
      Set.of(
          "println",
          "print",
          "printf",
          "format",
          "formatted",
          "valueOf",
          "toString",
          "hashCode",
          "info",
          "debug",
          "warn",
          "error",
          "trace",
          "log",
          "getClass",
          "addSuppressed",
          "printStackTrace",
          "getMessage");

  private Harmless() {}

  /** Whether {@code invoke}, if nothing in the program is called by it, keeps nothing. */
  public static boolean call(Invoke invoke) {
    if (METHODS.contains(invoke.name())) {
      return true;
    }
    String owner = invoke.owner() == null ? "" : invoke.owner().name();
    int dot = owner.lastIndexOf('.');
    return OWNERS.contains(owner) || (dot > 0 && OWNERS.contains(owner.substring(0, dot)));
  }
}
