package dev.chanvet.analyzer.report;

import static dev.chanvet.analyzer.report.Xml.escape;

import dev.chanvet.analyzer.finding.Finding;
import java.io.IOException;

/**
 * A finding on a page: what, why and what to do; its schedule as a diagram; its code.
 *
 * @param number from 1, in the order of the page
 * @param count of all findings
 */
record HtmlFinding(int number, int count, Finding finding, ReportContext context) {

  static String id(int number) {
    return "finding-" + number;
  }

  void write(Appendable out) throws IOException {
    String level = finding.severity().label();
    String id = id(number);
    HtmlCode code = HtmlCode.of(id, finding, context);
    out.append("<article class=\"card %s\" id=\"%s\">\n".formatted(level, id));
    out.append(
        """
        <header><h3><span class="level %s">%s</span> %s</h3>
        <p class="where"><a href="#%s">%s</a>%s</p>
        <nav class="turn" aria-label="Other findings">%s %s</nav></header>
        """
            .formatted(
                level,
                level,
                escape(finding.message().what()),
                code.anchor(finding.site()),
                escape(context.name(finding.site())),
                in(finding.declaration()),
                turn(number - 1, "\u2191", "previous"),
                turn(number + 1, "\u2193", "next")));
    out.append("<dl><dt>Why</dt><dd>%s</dd>\n".formatted(sentence(finding.message().why())));
    out.append("<dt>Fix</dt><dd>%s</dd>\n".formatted(sentence(finding.message().whatToDo())));
    if (!finding.assumptions().isEmpty()) {
      out.append("<dt>Assuming</dt>\n");
      for (String assumption : finding.assumptions()) {
        out.append("<dd>%s</dd>\n".formatted(escape(assumption)));
      }
    }
    out.append("</dl>\n<div class=\"panes\">\n");
    if (finding.witness() != null) {
      out.append("<figure class=\"diagram\"><figcaption>A schedule that reaches it</figcaption>\n");
      out.append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Diagram\">\n");
      new SequenceDiagram(code, finding.witness()).write(out);
      out.append("</div></figure>\n");
    }
    out.append("<div class=\"files\">\n");
    code.write(out);
    out.append("</div></div>\n</article>\n");
  }

  private static String sentence(String text) {
    return escape(Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".");
  }

  private static String in(String declaration) {
    return declaration.isEmpty() ? "" : " in <code>" + escape(declaration) + "</code>";
  }

  private String turn(int to, String sign, String what) {
    return to < 1 || to > count
        ? "<span class=\"faint\" aria-hidden=\"true\">" + sign + "</span>"
        : "<a href=\"#%s\" title=\"%s finding\">%s</a>".formatted(id(to), what, sign);
  }
}
