package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
  @TempDir Path folder;
  private String source = "";

  @BeforeEach
  void aBadProgram() throws IOException {
    source = Programs.write(folder, "src/Bad.java", Programs.BAD).getParent().toString();
  }

  @Test
  void aFormatGoesToStandardOutput() {
    Cli run = Cli.run("check", source, "--format", "sarif");

    assertThat(run.out()).startsWith("{").contains("\"version\" : \"2.1.0\"").endsWith("}\n");
  }

  @Test
  void aFormatWithAFileLeavesTextOnStandardOutput() throws IOException {
    Path file = folder.resolve("x.sarif");

    Cli run = Cli.run("check", source, "--format", "sarif", "--output", file.toString());

    assertThat(run.out()).startsWith("error[double-close]");
    assertThat(Files.readString(file))
        .isEqualTo(Cli.run("check", source, "--format", "sarif").out());
  }

  @Test
  void textWithAFileLeavesStandardOutputEmpty() {
    Cli run = Cli.run("check", source, "--output", folder.resolve("report.txt").toString());

    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("report.txt")).content().startsWith("error[double-close]");
  }

  @Test
  void anyNumberOfFiles() {
    Cli run =
        Cli.run(
            "check",
            source,
            "-o",
            "json=" + folder + "/a.json",
            "-o",
            "junit=" + folder + "/b.xml");

    assertThat(run.out()).startsWith("error[double-close]");
    assertThat(folder.resolve("a.json")).content().startsWith("{");
    assertThat(folder.resolve("b.xml")).content().startsWith("<?xml");
  }

  @Test
  void anOldReportIsReplacedAsAWholeAndNothingElseIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "old ".repeat(100_000));

    Cli.run("check", source, "-o", "json=" + file);

    assertThat(file).content().startsWith("{").endsWith("}\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("src", "x.json");
    }
  }

  @Test
  void whoMayReadOtherNewFilesMayReadANewReport() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "");
    assumeThat(Files.getFileStore(other).supportsFileAttributeView("posix")).isTrue();
    Path file = folder.resolve("x.json");

    Cli.run("check", source, "-o", "json=" + file);

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void aReportThatCannotBeWrittenLeavesTheOldOne() throws IOException {
    Path file = Files.createDirectory(folder.resolve("x.json"));

    Cli run = Cli.run("check", source, "-o", "json=" + file);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("chanvet: cannot write to " + file + ": it is a folder\n");
  }

  @Test
  void quietSaysNothingIfThereIsNothingToSay() throws IOException {
    assertThat(Cli.run("check", "-q", source).out()).startsWith("error[double-close]");

    Programs.write(folder, "src/Bad.java", Programs.GOOD);
    assertThat(Cli.run("check", "-q", source)).isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void verboseCountsOnStandardError() {
    Cli run = Cli.run("check", "-v", source);

    assertThat(run.err()).matches("chanvet: 1 files, 1 of them analysed; .* \\d+ ms\n");
  }

  @Test
  void coloursAreForTerminalsUnlessRefusedOrAskedFor() {
    String escape = "\u001B[";

    assertThat(Cli.run("check", source).out()).doesNotContain(escape);
    assertThat(Cli.run(true, Map.of(), "check", source).out()).contains(escape);
    assertThat(Cli.run(true, Map.of("NO_COLOR", "1"), "check", source).out())
        .doesNotContain(escape);
    assertThat(Cli.run(true, Map.of("TERM", "dumb"), "check", source).out()).doesNotContain(escape);
    assertThat(Cli.run("check", source, "--color", "always").out()).contains(escape);
    assertThat(Cli.run(true, Map.of(), "check", source, "--color", "never").out())
        .doesNotContain(escape);
  }

  @Test
  void wordsMayComeFromAFile() throws IOException {
    Path words = Files.writeString(folder.resolve("words"), "--format\nconcise\n" + source);

    assertThat(Cli.run("check", "@" + words).out()).contains("[double-close]");
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    for (String format : List.of("text", "json", "sarif", "github", "checkstyle", "junit")) {
      assertThat(Cli.run("check", source, "--format", format))
          .isEqualTo(Cli.run("check", source, "--format", format));
    }
  }
}
