package dev.chanvet.analyzer.model;

import dev.chanvet.analyzer.ir.Primitive;

/**
 * The class {@code dev.chanvet.model.Machine} that models are written against, as Java for a
 * compiler to check them.
 */
final class MachineSource {
  private MachineSource() {}

  static String text() {
    StringBuilder text =
        new StringBuilder("package dev.chanvet.model;\npublic final class Machine {\n");
    for (Primitive primitive : Primitive.values()) {
      declare(text, primitive, parameters(primitive.arity()));
      if (primitive == Primitive.SPAWN || primitive == Primitive.SPAWN_TIMER) {
        declare(text, primitive, "Runnable body");
      }
    }
    return text.append("}\n").toString();
  }

  private static void declare(StringBuilder text, Primitive primitive, String parameters) {
    text.append("  public static native ")
        .append(result(primitive))
        .append(' ')
        .append(primitive.methodName())
        .append('(')
        .append(parameters)
        .append(')')
        .append(blocks(primitive) ? " throws InterruptedException" : "")
        .append(";\n");
  }

  private static String parameters(int arity) {
    if (arity < 0) {
      return "Object function, Object... arguments";
    }
    StringBuilder parameters = new StringBuilder();
    for (int i = 0; i < arity; i++) {
      parameters.append(i == 0 ? "" : ", ").append("Object a").append(i);
    }
    return parameters.toString();
  }

  private static String result(Primitive primitive) {
    return switch (primitive) {
      case TRY_SEND, IS_CLOSED, TRY_ACQUIRE, TRY_LOCK, INTERRUPTED, CHOOSE, EQUAL, IS_ARRAY ->
          "boolean";
      case IS_KNOWN, IS_SETTLED, COMPARE_AND_SET, HOLDS_LOCK -> "boolean";
      case TIMED_ACQUIRE, TIMED_AWAIT_ZERO, TIMED_LOCK, TIMED_AWAIT_SIGNAL, TIMED_JOIN -> "boolean";
      case SIZE, CAPACITY, SELECT, ADD, VALUE, LENGTH, INDEX_OF, DECIDED -> "int";
      case SEND, CLOSE, ACQUIRE, AWAIT_ZERO, LOCK, UNLOCK, AWAIT_SIGNAL, SIGNAL, SIGNAL_ALL ->
          "void";
      case JOIN, INTERRUPT, ATTACH, EXIT, ESCAPE, APPEND, PUT, INSERT, CLEAR, PAUSE -> "void";
      case CHANNEL, ENVIRONMENT_CHANNEL, COUNTER, SPAWN, SPAWN_TIMER, SELF, SEQUENCE -> "Object";
      case RECEIVE, TRY_RECEIVE, PEEK, ATTACHED, CALL, UNKNOWN, AT, REMOVE -> "<T> T";
    };
  }

  private static boolean blocks(Primitive primitive) {
    return switch (primitive) {
      case SEND, RECEIVE, SELECT, ACQUIRE, AWAIT_ZERO, AWAIT_SIGNAL, JOIN -> true;
      case TIMED_ACQUIRE, TIMED_AWAIT_ZERO, TIMED_LOCK, TIMED_AWAIT_SIGNAL, TIMED_JOIN -> true;
      default -> false;
    };
  }
}
