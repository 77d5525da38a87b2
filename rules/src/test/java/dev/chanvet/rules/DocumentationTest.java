package dev.chanvet.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.chanvet.analyzer.Analysis;
import dev.chanvet.analyzer.AnalysisOptions;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the rules' documentation are what they are said to be. */
class DocumentationTest {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> examplesAreWhatTheySay() {
    return Rules.all().stream()
        .flatMap(rule ->
            Snippet.in(rule.info().doc()).stream()
                .map(snippet ->
                    dynamicTest(
                        rule.info().id() + (snippet.wrong() ? " wrong" : " right"),
                        () -> check(rule, snippet))));
  }

  private void check(Rule rule, Snippet snippet) throws IOException {
    Path file = Files.createTempDirectory(folder, "example").resolve("Example.java");
    Files.writeString(file, snippet.source());
    List<Finding> findings =
        Analysis.of(AnalysisOptions.of(List.of(file.toString()))).run(List.of(rule)).findings();
    assertThat(findings)
        .as(snippet.code())
        .extracting(finding -> finding.rule().id())
        .isEqualTo(snippet.wrong() ? List.of(rule.info().id()) : List.of());
  }

  @Test
  void everyRuleShowsWrongAndRight() {
    assertThat(Rules.all())
        .extracting(Rule::info)
        .allSatisfy(info ->
            assertThat(Snippet.in(info.doc()))
                .as(info.id())
                .extracting(Snippet::wrong)
                .containsExactly(true, false));
  }

  @Test
  void idsAreInOrderAndUnique() {
    assertThat(Rules.all()).extracting(Rule::info).isSortedAccordingTo(RuleInfo::compareTo);
    assertThat(Rules.all()).extracting(rule -> rule.info().id()).doesNotHaveDuplicates();
  }
}
