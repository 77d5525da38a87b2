package dev.chanvet.analyzer.syntax;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How deep block lambdas and anonymous class bodies are nested in a text. The parser tries each
 * such body twice, so its time doubles with each level: at depth 20 a file costs seconds, at 24
 * minutes. One pass over the characters, which skips comments and literals, finds the depth
 * beforehand.
 */
final class Nesting {
  /** The deepest nesting that is still parsed: well under a second; real code was seen to use 6. */
  static final int LIMIT = 12;

  private static final char WORD = 'w';
  private static final char ARROW = '>';

  private final String text;
  private final Deque<Boolean> braces = new ArrayDeque<>();
  private final Deque<Boolean> parentheses = new ArrayDeque<>();
  private int depth;
  private int deepest;
  private int position;
  private boolean afterNew;
  private boolean closedCreation;
  private char previous = ' ';

  private Nesting(String text) {
    this.text = text;
  }

  /** The largest number of block lambdas and anonymous bodies around one place of {@code text}. */
  static int depth(String text) {
    return new Nesting(text).scan();
  }

  private int scan() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (Character.isWhitespace(c)) {
        position++;
      } else if (c == '/' && (startsWith("//") || startsWith("/*"))) {
        skipComment();
      } else if (c == '"' || c == '\'') {
        skipLiteral(c);
      } else if (Character.isJavaIdentifierStart(c)) {
        word();
      } else {
        symbol(c);
      }
    }
    return deepest;
  }

  private boolean startsWith(String prefix) {
    return text.startsWith(prefix, position);
  }

  private void skipComment() {
    int end = startsWith("//") ? text.indexOf('\n', position) : text.indexOf("*/", position + 2);
    position = end < 0 ? text.length() : startsWith("//") ? end + 1 : end + 2;
  }

  private void skipLiteral(char quote) {
    String end = startsWith("\"\"\"") ? "\"\"\"" : String.valueOf(quote);
    position += end.length();
    while (position < text.length() && !startsWith(end)) {
      if (end.length() == 1 && text.charAt(position) == '\n') {
        break;
      }
      position += text.charAt(position) == '\\' ? 2 : 1;
    }
    position += end.length();
    previous = WORD;
    afterNew = false;
  }

  private void word() {
    int start = position;
    while (position < text.length() && Character.isJavaIdentifierPart(text.charAt(position))) {
      position++;
    }
    if (position - start == 3 && text.startsWith("new", start)) {
      afterNew = true;
    }
    previous = WORD;
  }

  private void symbol(char c) {
    position++;
    switch (c) {
      case '(' -> {
        parentheses.push(afterNew);
        afterNew = false;
      }
      case ')' -> closedCreation = !parentheses.isEmpty() && parentheses.pop();
      case '{' -> open(previous == ARROW || previous == ')' && closedCreation);
      case '}' -> close();
      case '.', '<', '>', ',', '?', '&', '@' -> {}
      default -> afterNew = false;
    }
    previous = c == '>' && previous == '-' ? ARROW : c == '>' ? WORD : c;
  }

  private void open(boolean counts) {
    afterNew = false;
    braces.push(counts);
    if (counts) {
      deepest = Math.max(deepest, ++depth);
    }
  }

  private void close() {
    afterNew = false;
    if (!braces.isEmpty() && braces.pop()) {
      depth--;
    }
  }
}
