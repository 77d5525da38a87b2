package dev.chanvet.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Statistics;
import dev.chanvet.analyzer.source.Notification;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A large program has hundreds of notes of one kind, and few other lines. */
class ManyNotesTest {
  @Test
  void textTellsAFewOfEachKindAndHowManyMoreThereAre() throws IOException {
    String text = ReportGoldenTest.render(Format.TEXT, notes(Notification.Level.NOTE, 20), false);

    assertThat(text.lines().filter(line -> line.contains("root "))).hasSize(8);
    assertThat(text).contains("note: 12 more of these; --format json has them all [not-decided]");
  }

  @Test
  void textTellsOfAllThatWasLost() throws IOException {
    String text =
        ReportGoldenTest.render(Format.TEXT, notes(Notification.Level.WARNING, 20), false);

    assertThat(text.lines().filter(line -> line.contains("root "))).hasSize(20);
    assertThat(text).doesNotContain("more of these");
  }

  @Test
  void jsonHasThemAll() throws IOException {
    String json = ReportGoldenTest.render(Format.JSON, notes(Notification.Level.NOTE, 20), false);

    assertThat(json.lines().filter(line -> line.contains("\"root "))).hasSize(20);
  }

  private static AnalysisResult notes(Notification.Level level, int count) {
    List<Notification> notes =
        IntStream.range(0, count)
            .mapToObj(i -> Notification.of(level, "not-decided", "root " + i + " was too large"))
            .toList();
    return new AnalysisResult(List.of(), List.of(), List.of(), notes, Statistics.NONE);
  }
}
