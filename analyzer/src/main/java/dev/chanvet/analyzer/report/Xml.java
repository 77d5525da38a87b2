package dev.chanvet.analyzer.report;

/** Text for XML and HTML. */
final class Xml {
  private Xml() {}

  /**
   * Escapes text so that it can stand in an element and in a quoted attribute. What XML 1.0 cannot
   * hold at all becomes U+FFFD.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '\n', '\r', '\t' -> escaped.append("&#").append(c).append(';');
            default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
          }
        });
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }
}
