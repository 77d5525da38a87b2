package dev.chanvet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  private static final String RULE = "double-close";

  @TempDir private Path folder;
  private Places places;
  private SarifLog log;

  @BeforeEach
  void aLogWithOneFinding() {
    places = new Places(folder, folder);
    log = Logs.withRules(List.of(RULE));
    Logs.add(log, RULE, "one/A.java", "aaaa");
  }

  @Test
  void isTheSameAfterWritingAndReading() throws IOException {
    Path file = folder.resolve("sub/chanvet-baseline.txt");
    Baseline.of(log).write(file);
    assertThat(Baseline.read(file)).isEqualTo(Baseline.of(log));
    String text = Files.readString(file);
    Baseline.read(file).write(file);
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void knownFindingsDoNotCountAndNewOnesDo() {
    Baseline baseline = Baseline.of(log);
    Logs.add(log, RULE, "one/B.java", "bbbb");
    baseline.mark(log);
    assertThat(log.known()).isEqualTo(1);
    assertThat(log.findings(places)).extracting(Finding::place).containsExactly("one/B.java:3:5");
    Baseline.unmark(log);
    assertThat(log.findings(places)).hasSize(2);
  }

  @Test
  void aFindingWhoseFileHasMovedIsKnown() {
    Baseline baseline = Baseline.of(log);
    SarifLog moved = Logs.withRules(List.of(RULE));
    Logs.add(moved, RULE, "one/Moved.java", "aaaa");
    baseline.mark(moved);
    assertThat(moved.known()).isEqualTo(1);
  }

  @Test
  void whatTheCodeAllowsStaysOut() {
    Logs.add(log, RULE, "one/B.java", "bbbb").putArray("suppressions").addObject();
    assertThat(Baseline.of(log).entries()).hasSize(1);
    assertThat(log.allowed()).isEqualTo(1);
  }

  @Test
  void onlyEntriesOfTheModuleGoStale() {
    Logs.add(log, RULE, "two/B.java", "bbbb");
    Baseline baseline = Baseline.of(log);
    SarifLog clean = Logs.withRules(List.of(RULE));
    Baseline stale = baseline.stale(clean, folder.resolve("two"), places);
    assertThat(stale.entries()).containsExactly(new Baseline.Entry("bbbb", RULE, "two/B.java", 3));
  }

  @Test
  void aModuleReplacesItsOwnEntriesOnly() {
    Logs.add(log, RULE, "two/B.java", "bbbb");
    SarifLog fresh = Logs.withRules(List.of(RULE));
    Logs.add(fresh, RULE, "two/C.java", "cccc");
    Baseline merged = Baseline.of(log).with(Baseline.of(fresh), folder.resolve("two"), places);
    assertThat(merged.entries())
        .extracting(Baseline.Entry::path)
        .containsExactly("one/A.java", "two/C.java");
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("b.json"), "# a comment\n\n{}\n");
    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no entry of a baseline: {}");
  }
}
