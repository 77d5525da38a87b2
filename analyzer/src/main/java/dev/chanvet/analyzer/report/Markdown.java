package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Markdown that rules are documented in: paragraphs, lists, code. */
final class Markdown {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private Markdown() {}

  static String html(String markdown) {
    StringBuilder html = new StringBuilder();
    List<String> block = new ArrayList<>();
    String fence = null;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("```")) {
        if (fence == null) {
          paragraph(block, html);
          fence = line.substring(3).strip();
        } else {
          code(fence, block, html);
          fence = null;
        }
      } else if (fence == null && line.isBlank()) {
        paragraph(block, html);
      } else {
        block.add(line);
      }
    }
    paragraph(block, html);
    return html.toString();
  }

  /** The second word of a fence says what an example is: {@code wrong} or {@code right}. */
  private static void code(String fence, List<String> block, StringBuilder html) {
    String kind = fence.contains(" ") ? fence.substring(fence.indexOf(' ') + 1) : "";
    if (!kind.isEmpty()) {
      html.append("<p class=\"kind\">").append(escape(kind)).append("</p>\n");
    }
    html.append("<pre>").append(escape(String.join("\n", block)).replace("&#10;", "\n"));
    html.append("</pre>\n");
    block.clear();
  }

  private static void paragraph(List<String> block, StringBuilder html) {
    if (block.isEmpty()) {
      return;
    }
    if (block.getFirst().startsWith("- ")) {
      html.append("<ul><li>");
      html.append(text(String.join("\n", block).substring(2)).replace("\n- ", "</li>\n<li>"));
      html.append("</li></ul>\n");
    } else {
      html.append("<p>").append(text(String.join("\n", block))).append("</p>\n");
    }
    block.clear();
  }

  private static String text(String markdown) {
    Matcher code = CODE.matcher(escape(markdown).replace("&#10;", "\n"));
    return code.replaceAll("<code>$1</code>");
  }
}
