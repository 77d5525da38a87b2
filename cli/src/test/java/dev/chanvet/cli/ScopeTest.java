package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeTest {
  @TempDir Path folder;
  private String baseline = "";

  @BeforeEach
  void aBadProgram() throws IOException {
    folder = folder.toRealPath();
    Programs.write(folder, "Bad.java", Programs.BAD);
    baseline = folder.resolve("baseline.txt").toString();
  }

  @Test
  void whatABaselineKnowsIsNotReported() throws IOException {
    Cli written = Cli.run("baseline", folder.toString(), "--output", baseline);
    Cli run = Cli.run("check", folder.toString(), "--baseline", baseline);

    assertThat(written.out()).isEqualTo("1 finding written to " + baseline + "\n");
    assertThat(Files.readAllLines(Path.of(baseline)))
        .last()
        .asString()
        .matches("[0-9a-f]{32} double-close " + folder + "/Bad.java:8");
    assertThat(run).isEqualTo(new Cli(0, "no findings in 1 file, 1 in the baseline\n", ""));
  }

  @Test
  void aFindingThatMovesIsStillKnownAndANewOneIsReported() throws IOException {
    Cli.run("baseline", folder.toString(), "--output", baseline);
    Programs.write(folder, "Bad.java", "// moved\n\n" + Programs.BAD);
    Programs.write(folder, "Worse.java", Programs.BAD.replace("Bad", "Worse"));

    Cli run = Cli.run("check", folder.toString(), "--baseline", baseline, "--format", "concise");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("Worse.java:8:").doesNotContain("Bad.java");
  }

  @Test
  void anEntryThatNothingMatchesIsTold() throws IOException {
    Cli.run("baseline", folder.toString(), "--output", baseline);
    Programs.write(folder, "Bad.java", Programs.GOOD);

    Cli run = Cli.run("check", folder.toString(), "--baseline", baseline);

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out())
        .contains("no longer found: double-close " + folder + "/Bad.java:8")
        .contains("[stale-baseline-entry]");
  }

  @Test
  void updatingTakesInWhatIsNewAndDropsWhatIsStale() throws IOException {
    Cli.run("baseline", folder.toString(), "--output", baseline);
    Programs.write(folder, "Bad.java", Programs.BAD.replace("Bad", "Worse"));

    Cli run = Cli.run("check", folder.toString(), "--baseline", baseline, "--update-baseline");

    assertThat(run).isEqualTo(new Cli(0, "no findings in 1 file, 1 in the baseline\n", ""));
  }

  @Test
  void aBaselineThatIsNoneIsOneClearLine() throws IOException {
    Programs.write(folder, "baseline.txt", "<xml/>");

    assertThat(Cli.run("check", folder.toString(), "--baseline", baseline))
        .isEqualTo(
            new Cli(
                2,
                "",
                "chanvet: the baseline %s: line 1 is no entry of a baseline: <xml/>\n"
                    .formatted(baseline)));
    assertThat(Cli.run("check", folder.toString(), "--baseline", baseline + "x").err())
        .isEqualTo("chanvet: the baseline " + baseline + "x cannot be read\n");
    assertThat(Cli.run("check", folder.toString(), "--update-baseline").err())
        .isEqualTo("chanvet: --update-baseline needs --baseline FILE\n");
  }

  @Test
  void sarifTellsKnownFindingsFromNewOnes() throws IOException {
    Cli.run("baseline", folder.toString(), "--output", baseline);
    Programs.write(folder, "Worse.java", Programs.BAD.replace("Bad", "Worse"));

    Cli run = Cli.run("check", folder.toString(), "--baseline", baseline, "--format", "sarif");

    assertThat(run.out())
        .containsOnlyOnce("\"baselineState\" : \"unchanged\"")
        .containsOnlyOnce("\"baselineState\" : \"new\"");
  }

  @Test
  void aCommitThatDoesNotExistIsOneClearLine() {
    Cli run = Cli.run("check", folder.toString(), "--changed-since", "no-such-commit");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("chanvet: ").hasLineCount(1);
  }
}
