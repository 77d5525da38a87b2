package dev.chanvet.analyzer.report;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes indented JSON, members in the order of the calls.
 *
 * <pre>{@code
 * JsonWriter json = new JsonWriter();
 * json.object(() -> json.member("rule", "double-close").member("line", 12));
 * }</pre>
 */
final class JsonWriter {
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean first = true;

  /** A whole object, as the document or an element of an array. */
  JsonWriter object(Runnable members) {
    startElement();
    enclose('{', members, '}');
    return this;
  }

  JsonWriter object(String name, Runnable members) {
    name(name);
    enclose('{', members, '}');
    return this;
  }

  /** An array of which {@code write} writes the elements, one object each. */
  <T> JsonWriter array(String name, Collection<T> elements, Consumer<T> write) {
    name(name);
    enclose('[', () -> elements.forEach(write), ']');
    return this;
  }

  JsonWriter array(String name, Collection<String> elements) {
    return array(name, elements, this::element);
  }

  JsonWriter member(String name, @Nullable String value) {
    name(name);
    string(value);
    return this;
  }

  JsonWriter member(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  JsonWriter member(String name, double value) {
    name(name);
    text.append(value);
    return this;
  }

  JsonWriter member(String name, boolean value) {
    name(name);
    text.append(value);
    return this;
  }

  private void element(String value) {
    startElement();
    string(value);
  }

  private void enclose(char open, Runnable content, char close) {
    text.append(open);
    depth++;
    first = true;
    content.run();
    depth--;
    if (!first) {
      newLine();
    }
    text.append(close);
    first = false;
  }

  private void name(String name) {
    startElement();
    string(name);
    text.append(": ");
  }

  private void startElement() {
    if (depth > 0) {
      text.append(first ? "" : ",");
      newLine();
    }
    first = false;
  }

  private void newLine() {
    text.append('\n').append("  ".repeat(depth));
  }

  private void string(@Nullable String value) {
    if (value == null) {
      text.append("null");
      return;
    }
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7F || Character.isSurrogate(c) && !isPaired(value, i)) {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  /** A lone surrogate cannot be encoded in UTF-8. */
  private static boolean isPaired(String value, int i) {
    char c = value.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
  }

  /** The document, ending in a line feed. */
  @Override
  public String toString() {
    return text + "\n";
  }
}
