package dev.chanvet.analyzer.syntax;

/**
 * A cursor over the words and symbols of a source text, for questions that need no tree. It skips
 * white space and comments, takes a literal for one symbol, and never fails: a text that is no Java
 * has tokens as well.
 */
final class Tokens {
  /** What {@link #symbol} answers for a word. */
  static final char WORD = 'w';

  /** What {@link #symbol} answers for a literal of characters or digits. */
  static final char LITERAL = '0';

  private final String text;
  private int start;
  private int end;
  private char symbol = ' ';

  Tokens(String text) {
    this.text = text;
  }

  /** Goes to the next token; false at the end. */
  boolean next() {
    start = end;
    while (start < text.length()) {
      char c = text.charAt(start);
      if (Character.isWhitespace(c)) {
        start++;
      } else if (c == '/' && text.startsWith("//", start)) {
        start = after("\n", start);
      } else if (c == '/' && text.startsWith("/*", start)) {
        start = after("*/", start + 2);
      } else {
        take(c);
        return true;
      }
    }
    return false;
  }

  private int after(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private void take(char c) {
    if (c == '"' || c == '\'') {
      end = endOfLiteral(c);
      symbol = LITERAL;
    } else if (Character.isJavaIdentifierPart(c)) {
      end = start + 1;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      symbol = Character.isDigit(c) ? LITERAL : WORD;
    } else {
      end = start + 1;
      symbol = c;
    }
  }

  private int endOfLiteral(char quote) {
    String close = text.startsWith("\"\"\"", start) ? "\"\"\"" : String.valueOf(quote);
    int at = start + close.length();
    while (at < text.length() && !text.startsWith(close, at)) {
      if (close.length() == 1 && text.charAt(at) == '\n') {
        return at;
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + close.length(), text.length());
  }

  /** The present symbol, {@link #WORD} or {@link #LITERAL}. */
  char symbol() {
    return symbol;
  }

  /** Whether the present token is that word. */
  boolean is(String word) {
    return symbol == WORD && end - start == word.length() && text.startsWith(word, start);
  }

  /** The text of the present token. */
  String word() {
    return text.substring(start, end);
  }
}
