package dev.chanvet.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
  private static final RuleInfo DOUBLE_CLOSE = rule("double-close");
  private static final RuleInfo LEAKED_SENDER = rule("leaked-sender");

  @Test
  void anAnnotationAllowsFindingsInItsDeclaration() {
    String code =
        """
        class Feed {
          void before() { a.close(); }
          @SuppressWarnings({"unchecked", "chanvet:double-close"})
          void run() {
            b.close();
          }
          @SuppressWarnings("chanvet:leaked-sender") Object field = c.close();
          @SuppressWarnings("unchecked") void other() { d.close(); }
        }
        """;

    assertThat(allowedLines(code, DOUBLE_CLOSE)).containsExactly(5);
    assertThat(allowedLines(code, LEAKED_SENDER)).containsExactly(7);
  }

  @Test
  void theToolsOwnNameAllowsEveryRule() {
    for (String name : List.of("chanvet", "chanvet:*")) {
      String code = "@SuppressWarnings(\"" + name + "\") class Feed { int i = a.close(); }";

      assertThat(allowedLines(code, DOUBLE_CLOSE)).containsExactly(1);
      assertThat(allowedLines(code, LEAKED_SENDER)).containsExactly(1);
    }
  }

  @Test
  void aCommentAllowsItsLineOrTheNextOne() {
    String code =
        """
        class Feed {
          void run() {
            a.close(); // chanvet:allow double-close - the peer is gone
            b.close();
            // chanvet:allow double-close, leaked-sender - for two reasons:
            // the second of which takes a line
            c.close();
            d.close();
          }
        }
        """;

    assertThat(allowedLines(code, DOUBLE_CLOSE)).containsExactly(3, 7);
    assertThat(allowedLines(code, LEAKED_SENDER)).containsExactly(7);
  }

  @Test
  void aCommentWithoutAReasonAllowsNothingAndIsTold() {
    String code =
        """
        class Feed {
          int a = a.close(); // chanvet:allow double-close
          int b = b.close(); // chanvet:allow double-close -
          int c = c.close(); // chanvet:allow
        }
        """;

    Suppressions suppressions = suppressions(code);

    assertThat(suppressions.suppressions()).isEmpty();
    assertThat(suppressions.notifications())
        .extracting(Notification::toString)
        .containsExactly(
            "Feed.java:2:22: allows nothing: write '// chanvet:allow RULE - reason'"
                + " [suppression-without-reason]",
            "Feed.java:3:22: allows nothing: write '// chanvet:allow RULE - reason'"
                + " [suppression-without-reason]",
            "Feed.java:4:22: allows nothing: write '// chanvet:allow RULE - reason'"
                + " [suppression-without-reason]");
  }

  @Test
  void whatOnlyLooksLikeACommentAllowsNothing() {
    String code =
        """
        class Feed {
          String a = "\\" // chanvet:allow double-close - in a string"; int x = a.close();
          /* // chanvet:allow double-close - in a comment */ int y = b.close();
          char c = '"'; /* ' */ int z = c.close(); // chanvet:allow leaked-sender - a comment
          String t = \"""
              // chanvet:allow double-close - in a text block \\\"""
              \"""; int w = d.close();
        }
        """;

    assertThat(allowedLines(code, DOUBLE_CLOSE)).isEmpty();
    assertThat(allowedLines(code, LEAKED_SENDER)).containsExactly(4);
  }

  @Test
  void aResultKeepsAllowedFindingsApartAndTellsOfUnusedSuppressions() {
    String code =
        """
        class Feed {
          int a = a.close(); // chanvet:allow double-close - used
          int b = 1; // chanvet:allow double-close - unused
          int c = 1; // chanvet:allow leaked-sender - of a rule that did not run
          int d = d.close();
        }
        """;

    AnalysisResult result =
        AnalysisResult.of(
            List.of(DOUBLE_CLOSE),
            findings(code, DOUBLE_CLOSE),
            suppressions(code).suppressions(),
            List.of(),
            Statistics.NONE);

    assertThat(result.findings()).extracting(f -> f.site().line()).containsExactly(5);
    assertThat(result.allowed())
        .extracting(allowed -> allowed.finding().site().line() + allowed.suppression().reason())
        .containsExactly("2used");
    assertThat(result.notifications())
        .extracting(Notification::toString)
        .containsExactly(
            "Feed.java:3:14: nothing to suppress here: remove it [unused-suppression]");
    assertThat(result.complete()).isTrue();
  }

  private static List<Integer> allowedLines(String code, RuleInfo rule) {
    List<Suppression> suppressions = suppressions(code).suppressions();
    return findings(code, rule).stream()
        .filter(finding -> suppressions.stream().anyMatch(s -> s.covers(finding)))
        .map(finding -> finding.site().line())
        .toList();
  }

  private static Suppressions suppressions(String code) {
    return Suppressions.in(SourceFile.of("Feed.java", code), parse(code));
  }

  private static CompilationUnit parse(String code) {
    ParserConfiguration configuration = new ParserConfiguration();
    configuration.setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25);
    return new JavaParser(configuration).parse(code).getResult().orElseThrow();
  }

  /** One for each line with a close. */
  private static List<Finding> findings(String code, RuleInfo rule) {
    SourceFile file = SourceFile.of("Feed.java", code);
    return code.lines()
        .filter(line -> line.contains(".close()"))
        .map(line -> finding(Site.at(file, file.lineAt(code.indexOf(line)), 1), rule))
        .toList();
  }

  private static Finding finding(Site site, RuleInfo rule) {
    return new Finding(
        rule,
        Severity.ERROR,
        new Message("a", "b", "c"),
        site,
        "Feed.run()",
        "a",
        List.of(),
        null,
        false,
        50,
        List.of());
  }

  private static RuleInfo rule(String id) {
    return RuleInfo.of(id, Severity.ERROR, "summary", "doc", List.of());
  }
}
