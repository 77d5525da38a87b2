package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.Instruction.Invoke;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which calls of the JDK that keep nothing of what they are given may fail, and how. */
public final class Fallible {
  private static final String NOT_A_NUMBER = "java.lang.NumberFormatException";

  private static final String INPUT_OR_OUTPUT = "java.io.IOException";

  /** Classes of java.io that work in memory or swallow what goes wrong. */
  private static final Set<String> SAFE =
      Set.of(
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "java.io.StringWriter",
          "java.io.StringReader",
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.CharArrayReader",
          "java.io.CharArrayWriter",
          "java.io.File");

  /** Classes of java.io that are made around others, which may fail later. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "java.io.InputStreamReader",
          "java.io.OutputStreamWriter",
          "java.io.BufferedReader",
          "java.io.BufferedWriter",
          "java.io.BufferedInputStream",
          "java.io.BufferedOutputStream",
          "java.io.DataInputStream",
          "java.io.DataOutputStream",
          "java.io.LineNumberReader");

  private Fallible() {}

  /** What a call may throw; null if it does not fail, or nobody can tell. */
  public static @Nullable String failure(Invoke invoke) {
    String owner = owner(invoke);
    if (invoke.name().startsWith("parse") && owner.startsWith("java.lang.")) {
      return NOT_A_NUMBER;
    }
    return owner.startsWith("java.io.") && readsOrWrites(owner, invoke.name())
        ? INPUT_OR_OUTPUT
        : null;
  }

  /** That a close fails is of interest to few. */
  private static boolean readsOrWrites(String owner, String method) {
    return !SAFE.contains(owner)
        && !method.equals("close")
        && !(method.equals("<init>") && WRAPPERS.contains(owner));
  }

  private static String owner(Invoke invoke) {
    return invoke.owner() == null ? "" : invoke.owner().name();
  }
}
