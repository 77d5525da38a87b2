package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code //} comment.
 *
 * @param text what follows the slashes, without white space around it
 * @param alone whether nothing else stands on its line
 */
record LineComment(Site site, String text, boolean alone) {

  /**
   * All of a file's. Slashes in literals and in block comments are none; a file that is not Java,
   * or only half of it, gives what looks like comments in it.
   */
  static List<LineComment> in(SourceFile file) {
    List<LineComment> comments = new ArrayList<>();
    String text = file.text();
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith("//", i)) {
        int end = lineEnd(text, i);
        comments.add(at(file, i, end));
        i = end;
      } else if (text.startsWith("/*", i)) {
        i = after(text, "*/", i + 2);
      } else if (text.startsWith("\"\"\"", i)) {
        i = literalEnd(text, "\"\"\"", i + 3, text.length());
      } else if (text.charAt(i) == '"' || text.charAt(i) == '\'') {
        i = literalEnd(text, text.substring(i, i + 1), i + 1, lineEnd(text, i));
      } else {
        i++;
      }
    }
    return comments;
  }

  private static LineComment at(SourceFile file, int start, int end) {
    int line = file.lineAt(start);
    int column = file.columnAt(start);
    Site site = new Site(file, line, column, line, column + end - start - 1);
    boolean alone = file.line(line).substring(0, column - 1).isBlank();
    return new LineComment(site, file.text().substring(start + 2, end).strip(), alone);
  }

  private static int after(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Behind the quote that ends a literal, or {@code limit} if none does. */
  private static int literalEnd(String text, String quote, int from, int limit) {
    int i = from;
    while (i < limit) {
      if (text.charAt(i) == '\\') {
        i += 2;
      } else if (text.startsWith(quote, i)) {
        return i + quote.length();
      } else {
        i++;
      }
    }
    return limit;
  }
}
