package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.util.BitSet;
import java.util.Set;

/**
 * Which characters of a file are comments, literals and keywords. Made for reading: a file that is
 * only half Java gets some colours too.
 */
record JavaColors(SourceFile file, BitSet comments, BitSet literals, BitSet keywords) {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do double"
                  + " else enum extends false final finally float for if implements import instanceof"
                  + " int interface long native new null package permits private protected public"
                  + " record return sealed short static strictfp super switch synchronized this throw"
                  + " throws transient true try var void volatile while yield")
              .split(" "));

  static JavaColors of(SourceFile file) {
    JavaColors colors = new JavaColors(file, new BitSet(), new BitSet(), new BitSet());
    String text = file.text();
    int at = 0;
    while (at < text.length()) {
      at = colors.token(text, at);
    }
    return colors;
  }

  /** Looks at the token that begins there; gives where it ends. */
  private int token(String text, int at) {
    char c = text.charAt(at);
    if (text.startsWith("//", at)) {
      return mark(comments, at, lineEnd(text, at));
    } else if (text.startsWith("/*", at)) {
      return mark(comments, at, behind(text, "*/", at + 2));
    } else if (text.startsWith("\"\"\"", at)) {
      return mark(literals, at, behind(text, "\"\"\"", at + 3));
    } else if (c == '"' || c == '\'') {
      return mark(literals, at, quoteEnd(text, c, at + 1));
    } else if (Character.isJavaIdentifierPart(c)) {
      int end = at + 1;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      if (Character.isDigit(c)) {
        return mark(literals, at, end);
      }
      return KEYWORDS.contains(text.substring(at, end)) ? mark(keywords, at, end) : end;
    }
    return at + 1;
  }

  private static int mark(BitSet set, int from, int to) {
    set.set(from, to);
    return to;
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static int behind(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private static int quoteEnd(String text, char quote, int from) {
    int limit = lineEnd(text, from);
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    return limit;
  }

  /**
   * Writes a line; what lies between the two columns, counted from 0, is the finding's own text.
   */
  void write(int line, int markFrom, int markTo, Appendable out) throws IOException {
    String text = file.line(line);
    int start = file.offset(line, 1);
    int at = 0;
    while (at < text.length()) {
      boolean marked = at >= markFrom && at < markTo;
      String color = color(start + at);
      int end = at + 1;
      while (end < text.length()
          && color(start + end).equals(color)
          && (end >= markFrom && end < markTo) == marked) {
        end++;
      }
      String part = escape(text.substring(at, end)).replace("&#9;", "\t");
      if (!color.isEmpty()) {
        part = "<i class=\"%s\">%s</i>".formatted(color, part);
      }
      out.append(marked ? "<mark>" + part + "</mark>" : part);
      at = end;
    }
  }

  private String color(int offset) {
    if (comments.get(offset)) {
      return "c";
    } else if (literals.get(offset)) {
      return "l";
    }
    return keywords.get(offset) ? "k" : "";
  }
}
