package dev.chanvet.analyzer.explore;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What methods of strings answer, where the string and the arguments are known. */
final class Texts {
  private Texts() {}

  /** The answer of a method without arguments; null if it is not known. */
  static @Nullable Value call(String text, String method) {
    return switch (method) {
      case "isEmpty" -> Value.of(text.isEmpty());
      case "isBlank" -> Value.of(text.isBlank());
      case "length" -> Value.of(text.length());
      case "trim" -> new Value.Text(text.trim());
      case "strip" -> new Value.Text(text.strip());
      case "toLowerCase" -> new Value.Text(text.toLowerCase(Locale.ROOT));
      case "toUpperCase" -> new Value.Text(text.toUpperCase(Locale.ROOT));
      case "toString", "intern" -> new Value.Text(text);
      default -> null;
    };
  }

  /** The whole number that a text stands for; null if it is none. */
  static @Nullable Value number(Value text) {
    try {
      return text instanceof Value.Text known ? Value.of(Long.parseLong(known.value())) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The answer of a method; null if it is not known. Numbers in texts are not counted with. */
  static @Nullable Value call(String text, String method, List<Value> arguments) {
    if (arguments.isEmpty()) {
      return call(text, method);
    }
    return arguments.size() == 1 && arguments.getFirst() instanceof Value.Text other
        ? call(text, method, other.value())
        : null;
  }

  private static @Nullable Value call(String text, String method, String other) {
    return switch (method) {
      case "startsWith" -> Value.of(text.startsWith(other));
      case "endsWith" -> Value.of(text.endsWith(other));
      case "contains" -> Value.of(text.contains(other));
      case "equalsIgnoreCase" -> Value.of(text.equalsIgnoreCase(other));
      case "contentEquals" -> Value.of(text.contentEquals(other));
      default -> null;
    };
  }
}
