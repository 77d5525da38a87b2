package dev.chanvet.analyzer.explore;

import java.util.Set;
import java.util.regex.Pattern;

/** What methods of the JDK that have no model do with the contents of what they are given. */
final class LibraryUses {
  private static final Set<String> MUTABLE =
      Set.of(
          "java.io.ByteArrayOutputStream",
          "java.io.StringWriter",
          "java.lang.StringBuffer",
          "java.lang.StringBuilder");

  private static final Set<String> LOOKING =
      Set.of("java.lang.String", "java.util.Arrays", "java.util.Collections");

  private static final Pattern WRITES =
      Pattern.compile(
          "(set|add|put|append|insert|delete|remove|replace|write|parallelSet|parallelPrefix).*"
              + "|clear|fill|flip|reverse|rotate|shuffle|sort|parallelSort|swap|reset|and|or|xor"
              + "|andNot|roll");

  private LibraryUses() {}

  /** Whether the objects of a class change, and methods without a model read or change them. */
  static boolean isMutable(String type) {
    return MUTABLE.contains(type)
        || (type.startsWith("java.util.") && !type.startsWith("java.util.concurrent."));
  }

  /** Whether the static methods and constructors of a class read what they are given. */
  static boolean looksInto(String type) {
    return LOOKING.contains(type);
  }

  /** Whether a method changes what it is about, by its name. */
  static boolean writes(String method) {
    return WRITES.matcher(method).matches();
  }
}
