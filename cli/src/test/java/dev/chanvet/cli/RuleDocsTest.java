package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/rules} is what the rules say. To write it anew: {@code mvn -pl cli -am test
 * -Dtest=RuleDocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dchanvet.golden=accept}.
 */
class RuleDocsTest {
  private static final Path DOCS = Path.of("../docs/rules");

  @Test
  void thePagesAreWhatTheRulesSay() throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    expected.put("README.md", RulePage.index(infos()));
    infos().forEach(rule -> expected.put(rule.id() + ".md", RulePage.of(rule)));
    if ("accept".equals(System.getProperty("chanvet.golden"))) {
      rewrite(expected);
    }

    assertThat(pages()).isEqualTo(expected);
  }

  @Test
  void explainPrintsThePage() {
    for (RuleInfo rule : infos()) {
      assertThat(Cli.run("explain", rule.id())).isEqualTo(new Cli(0, RulePage.of(rule), ""));
    }
  }

  @Test
  void rulesListsEachOnALine() {
    Cli run = Cli.run("rules");

    assertThat(run.out().lines().map(line -> line.split(" ")[0]))
        .containsExactlyElementsOf(infos().stream().map(RuleInfo::id).toList());
  }

  private static List<RuleInfo> infos() {
    return Rules.all().stream().map(Rule::info).sorted().toList();
  }

  private static SortedMap<String, String> pages() throws IOException {
    SortedMap<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(DOCS)) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }

  private static void rewrite(SortedMap<String, String> expected) throws IOException {
    Files.createDirectories(DOCS);
    for (String old : pages().keySet()) {
      Files.delete(DOCS.resolve(old));
    }
    for (var page : expected.entrySet()) {
      Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
    }
  }
}
