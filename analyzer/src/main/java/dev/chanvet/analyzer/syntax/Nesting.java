package dev.chanvet.analyzer.syntax;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How deep block lambdas and anonymous class bodies are nested in a text. The parser tries each
 * such body twice, so its time doubles with each level: at depth 20 a file costs seconds, at 24
 * minutes.
 */
final class Nesting {
  /** The deepest nesting that is still parsed: well under a second; real code was seen to use 6. */
  static final int LIMIT = 12;

  private final Deque<Boolean> braces = new ArrayDeque<>();
  private final Deque<Boolean> parentheses = new ArrayDeque<>();
  private int depth;
  private int deepest;
  private boolean afterNew;
  private boolean closedCreation;
  private boolean afterArrow;
  private char previous = ' ';

  private Nesting() {}

  /** The largest number of block lambdas and anonymous bodies around one place of {@code text}. */
  static int depth(String text) {
    Nesting nesting = new Nesting();
    Tokens tokens = new Tokens(text);
    while (tokens.next()) {
      nesting.take(tokens);
    }
    return nesting.deepest;
  }

  private void take(Tokens tokens) {
    char symbol = tokens.symbol();
    switch (symbol) {
      case Tokens.WORD -> afterNew |= tokens.is("new");
      case '(' -> {
        parentheses.push(afterNew);
        afterNew = false;
      }
      case ')' -> closedCreation = !parentheses.isEmpty() && parentheses.pop();
      case '{' -> open(afterArrow || previous == ')' && closedCreation);
      case '}' -> close();
      case '.', '<', '>', ',', '?', '&', '@' -> {}
      default -> afterNew = false;
    }
    afterArrow = symbol == '>' && previous == '-';
    previous = symbol;
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
