package dev.chanvet.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.finding.Statistics;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log that GitHub would refuse for its length is cut, and says so. */
class SarifLimitsTest {
  private static final SourceFile FILE = SourceFile.of("Long.java", "x\n".repeat(26_000));

  @Test
  void whatIsWorseStays() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= 26_000; line++) {
      findings.add(finding(line, line > 25_500 ? Severity.ERROR : Severity.NOTE));
    }

    JsonNode run = run(findings);

    assertThat(run.path("results")).hasSize(SarifReport.MOST_RESULTS);
    assertThat(run.at("/results/0/level").asText()).isEqualTo("error");
    assertThat(run.at("/results/0/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(25_501);
    assertThat(run.at("/results/500/level").asText()).isEqualTo("note");
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("only the worst 25000 of 26000 results are in this log");
  }

  @Test
  void aLogThatIsNotTooLongKeepsItsOrder() throws IOException {
    JsonNode run = run(List.of(finding(1, Severity.NOTE), finding(2, Severity.ERROR)));

    assertThat(run.path("results")).hasSize(2);
    assertThat(run.at("/results/0/level").asText()).isEqualTo("note");
    assertThat(run.at("/invocations/0/toolExecutionNotifications").isEmpty()).isTrue();
  }

  private static JsonNode run(List<Finding> findings) throws IOException {
    AnalysisResult result =
        new AnalysisResult(findings, List.of(), List.of(), List.of(), Statistics.NONE);
    return new ObjectMapper()
        .readTree(ReportGoldenTest.render(Format.SARIF, result, false))
        .at("/runs/0");
  }

  private static Finding finding(int line, Severity severity) {
    return new Finding(
        SampleResults.RULES.getFirst(),
        severity,
        new Message("a", "b", "c"),
        Site.at(FILE, line, 1),
        "Long",
        "x",
        List.of(),
        null,
        false,
        50,
        List.of());
  }
}
