package dev.chanvet.analyzer.report;

import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;

/**
 * A site's line with carets below it.
 *
 * <pre>
 *   --> src/Feed.java:12:5
 *    |
 * 12 |     results.close();
 *    |     ^^^^^^^^^^^^^^^
 * </pre>
 */
final class CodeFrame {
  /** A longer line is cut, with the site in view. */
  private static final int WIDTH = 160;

  private static final String CUT = "...";

  private CodeFrame() {}

  static void write(Site site, Severity severity, Ink ink, Appendable out) throws IOException {
    SourceFile file = site.file();
    String number = Integer.toString(site.line());
    String margin = " ".repeat(number.length());
    out.append(ink.faint(margin + "--> ")).append(site + "\n");
    if (site.line() > file.lineCount()) {
      return;
    }
    String line = file.line(site.line());
    int start = Math.min(site.column() - 1, line.length());
    int end =
        site.endLine() > site.line() ? line.length() : Math.min(site.endColumn(), line.length());
    int cutBefore = start < WIDTH / 2 || line.length() <= WIDTH ? 0 : start - WIDTH / 2;
    int cutBehind = Math.min(line.length(), cutBefore + WIDTH);
    String head = cutBefore > 0 ? CUT : "";
    String tail = cutBehind < line.length() ? CUT : "";
    String shown = head + printable(line.substring(cutBefore, cutBehind)) + tail;
    String indent = blank(head + line.substring(cutBefore, start));
    int carets = columns(line.substring(start, Math.max(start, Math.min(end, cutBehind))));

    out.append(ink.faint(margin + " |")).append("\n");
    out.append(ink.faint(number + " | ")).append(shown).append("\n");
    out.append(ink.faint(margin + " | ")).append(indent);
    out.append(ink.severity(severity, "^".repeat(Math.max(1, carets)))).append("\n");
  }

  /** As many columns of white space as the text takes; tabs stay tabs. */
  private static String blank(String text) {
    StringBuilder blank = new StringBuilder();
    text.codePoints().forEach(c -> blank.append(c == '\t' ? "\t" : " ".repeat(columns(c))));
    return blank.toString();
  }

  private static int columns(String text) {
    return text.codePoints().map(CodeFrame::columns).sum();
  }

  /** Columns in a terminal: emoji and the scripts of East Asia take two, combining marks none. */
  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(c)
            || c >= 0x1100 && c <= 0x115F
            || c >= 0x3040 && c <= 0x30FF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xFF01 && c <= 0xFF60
            || c >= 0x1F300 && c <= 0x1FAFF;
    return wide ? 2 : 1;
  }

  /** Control characters could move the cursor; they become U+FFFD. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\t]]", "\uFFFD");
  }
}
