package dev.chanvet.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chanvet.analyzer.finding.AnalysisResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs read is valid by its schema; and the schemas do refuse what is wrong. */
class SchemaTest {
  private static final Path SARIF = Path.of("src/test/resources/schema/sarif-2.1.0.json");
  private static final Path JSON = Path.of("../docs/schema/report.schema.json");

  static Stream<AnalysisResult> results() {
    return Stream.of(SampleResults.full(), SampleResults.clean());
  }

  @ParameterizedTest
  @MethodSource("results")
  void sarifIsValid(AnalysisResult result) throws IOException {
    assertThat(errors(SARIF, ReportGoldenTest.render(Format.SARIF, result, false))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("results")
  void jsonIsValid(AnalysisResult result) throws IOException {
    assertThat(errors(JSON, ReportGoldenTest.render(Format.JSON, result, false))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"startLine\" : 5 -> \"startLine\" : 0",
        "\"version\" : \"2.1.0\" -> \"version\" : \"2.2.0\"",
        "\"level\" : \"error\" -> \"level\" : \"fatal\"",
        "\"ruleId\" -> \"rule\"",
        "\"$schema\" : \"https -> \"$schema\" : \"not a uri https"
      })
  void sarifThatIsBrokenIsNotValid(String mutation) throws IOException {
    String[] fromTo = mutation.split(" -> ");
    String sarif = ReportGoldenTest.render(Format.SARIF, SampleResults.full(), false);
    assertThat(sarif).contains(fromTo[0]);

    assertThat(errors(SARIF, sarif.replace(fromTo[0], fromTo[1]))).isNotEmpty();
  }

  @Test
  void jsonThatIsBrokenIsNotValid() throws IOException {
    String json = ReportGoldenTest.render(Format.JSON, SampleResults.full(), false);

    assertThat(errors(JSON, json.replace("\"endColumn\": 20", "\"endColumn\": \"20\"")))
        .isNotEmpty();
  }

  private static List<Error> errors(Path schema, String document) throws IOException {
    Schema loaded =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(schema), InputFormat.JSON);
    return loaded.validate(
        document,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
