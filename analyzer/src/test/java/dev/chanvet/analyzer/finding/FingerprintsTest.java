package dev.chanvet.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private static final RuleInfo RULE =
      RuleInfo.of("double-close", Severity.ERROR, "closed twice", "doc", List.of());

  private static final String BEFORE =
      """
      class Feed {
        void run() {
          results.close();
          results.close();
          other.close();
        }
      }
      """;

  @Test
  void editsElsewhereChangeNothing() {
    String edited =
        BEFORE
            .replace("class Feed", "/** New. */\nimport java.util.List;\nclass Feed")
            .replace("    results", "\tresults")
            .replace("}\n}", "}\n  void more() {\n    unrelated();\n  }\n}");

    assertThat(fingerprints("Feed.java", edited)).isEqualTo(fingerprints("Feed.java", BEFORE));
  }

  @Test
  void movingTheFileChangesNothing() {
    assertThat(fingerprints("b/Feed.java", BEFORE)).isEqualTo(fingerprints("a/Feed.java", BEFORE));
  }

  @Test
  void equalLinesAreToldApartByTheirOrder() {
    assertThat(fingerprints("Feed.java", BEFORE)).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aNewFindingOnAnotherLineChangesNoOther() {
    List<String> before = fingerprints("Feed.java", BEFORE);
    List<String> after =
        fingerprints("Feed.java", BEFORE.replace("    other", "    third.close();\n    other"));

    assertThat(after).hasSize(4).containsAll(before);
  }

  @Test
  void editingTheLineChangesItsOwn() {
    List<String> before = fingerprints("Feed.java", BEFORE);
    List<String> after = fingerprints("Feed.java", BEFORE.replace("other.close", "another.close"));

    assertThat(after.subList(0, 2)).isEqualTo(before.subList(0, 2));
    assertThat(after.get(2)).isNotEqualTo(before.get(2));
  }

  /** Of one finding for each line with a close. */
  private static List<String> fingerprints(String path, String text) {
    SourceFile file = SourceFile.of(path, text);
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= file.lineCount(); line++) {
      if (file.line(line).contains(".close()")) {
        findings.add(finding(file, line, "Feed.run()"));
      }
    }
    Fingerprints fingerprints = Fingerprints.of(findings);
    return findings.stream().map(fingerprints::of).toList();
  }

  private static Finding finding(SourceFile file, int line, String declaration) {
    return new Finding(
        RULE,
        Severity.ERROR,
        new Message("a", "b", "c"),
        Site.at(file, line, 1),
        declaration,
        "results",
        List.of(),
        null,
        false,
        50,
        List.of());
  }
}
