package dev.chanvet.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.finding.AnalysisResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every format of the same two results, compared with what a person has read and agreed to. To
 * accept a change: {@code mvn -pl analyzer test -Dtest=ReportGoldenTest -Dchanvet.golden=accept},
 * then read the diff.
 */
class ReportGoldenTest {
  private static final Path GOLDENS = Path.of("src/test/resources/golden/report");

  @ParameterizedTest
  @EnumSource(Format.class)
  void aFullResult(Format format) throws IOException {
    assertGolden("full." + format.label(), render(format, SampleResults.full(), false));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aCleanResult(Format format) throws IOException {
    assertGolden("clean." + format.label(), render(format, SampleResults.clean(), false));
  }

  @Test
  void colouredText() throws IOException {
    String text = render(Format.TEXT, SampleResults.full(), true);

    assertGolden("full.colored", text.replace("\u001B", "<ESC>"));
    assertThat(text.replaceAll("\u001B\\[[0-9;]*m", ""))
        .as("without its colours it is the plain text")
        .isEqualTo(render(Format.TEXT, SampleResults.full(), false));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theSameResultGivesTheSameText(Format format) throws IOException {
    assertThat(render(format, SampleResults.full(), false))
        .isEqualTo(render(format, SampleResults.full(), false));
  }

  static String render(Format format, AnalysisResult result, boolean color) throws IOException {
    StringBuilder out = new StringBuilder();
    format.report().write(result, SampleResults.CONTEXT.withColor(color), out);
    return out.toString();
  }

  private static void assertGolden(String name, String actual) throws IOException {
    Path golden = GOLDENS.resolve(name);
    if ("accept".equals(System.getProperty("chanvet.golden"))) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}
