package dev.chanvet.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.cache.Outcome;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.source.Notification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {
  private static final String PROGRAM =
      """
      import dev.chanvet.runtime.Channel;
      class %s {
        public static void main(String[] args) { Channel.make(1).close(); }
      }
      """;

  @TempDir Path folder;

  @Test
  void aDefectInOneGroupOfFilesCostsTheOthersNothing() throws Exception {
    for (String name : List.of("First", "Second", "Third")) {
      Files.writeString(folder.resolve(name + ".java"), PROGRAM.formatted(name));
    }
    List<String> seen = new CopyOnWriteArrayList<>();

    AnalysisResult result =
        Analysis.of(AnalysisOptions.of(List.of(folder.toString())))
            .run(List.of(new Stumbling("Second", seen)));

    assertThat(seen).containsExactlyInAnyOrder("First", "Second", "Third");
    assertThat(result.complete()).isFalse();
    assertThat(result.notifications())
        .filteredOn(told -> told.code().equals(Outcome.FAILED))
        .singleElement()
        .extracting(Notification::message)
        .asString()
        .startsWith("internal error, please report it; not analysed: ")
        .contains("Second.java: java.lang.IllegalStateException: stumbled at ")
        .doesNotContain("First");
  }

  /** A rule with a defect that one class brings to light. */
  private record Stumbling(String over, List<String> seen) implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.of("stumbling", Severity.ERROR, "stumbles", "doc", List.of());
    }

    @Override
    public void check(Pass pass) {
      for (TypeDeclaration type : pass.program().types()) {
        if (!type.model()) {
          seen.add(type.name());
          if (type.name().equals(over)) {
            throw new IllegalStateException("stumbled");
          }
        }
      }
    }
  }
}
