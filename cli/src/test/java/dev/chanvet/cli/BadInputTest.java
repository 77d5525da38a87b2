package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies beside it, the one bad program is found, and what was lost is told. */
class BadInputTest {
  @TempDir Path folder;

  @BeforeEach
  void aBadProgram() throws IOException {
    folder = folder.toRealPath();
    Programs.write(folder, "src/Bad.java", Programs.BAD);
  }

  @Test
  void anUnparsableFile() throws IOException {
    Programs.write(folder, "src/Broken.java", "import dev.chanvet.runtime.Channel; class {{{ )");

    Cli run = check();

    assertFound(run, 1);
    assertThat(run.out()).contains("src/Broken.java");
  }

  @Test
  void aMissingPath() {
    Cli run = Cli.run("check", "--format", "concise", folder.toString(), folder + "/gone");

    assertFound(run, 2);
    assertThat(run.out()).contains(folder + "/gone: no such file or folder [missing-path]");
  }

  @Test
  void aPathThatCannotBe() {
    Cli run = Cli.run("check", "--format", "concise", folder.toString(), "a\0b");

    assertThat(run.out()).contains("Bad.java:8:").contains("[unreadable-file]");
  }

  @Test
  void aFileThatIsNotJava() throws IOException {
    Path text = Programs.write(folder, "notes.txt", "notes");

    Cli run = Cli.run("check", "--format", "concise", folder.toString(), text.toString());

    assertFound(run, 2);
    assertThat(run.out()).contains("not a Java file, a folder or a jar [not-java]");
  }

  @Test
  void aFileThatCannotBeRead() throws IOException {
    Path unreadable = Path.of("/proc/self/mem");
    assumeThat(unreadable).exists();
    Files.createSymbolicLink(folder.resolve("src/Memory.java"), unreadable);

    Cli run = check();

    assertFound(run, 1);
    assertThat(run.out()).contains("src/Memory.java: cannot be read").contains("[unreadable-file]");
  }

  @Test
  void anEmptyFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    Cli run = Cli.run("check", empty.toString());

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out())
        .isEqualTo(
            "chanvet: note: %s: no Java files here [no-sources]\nno findings in 0 files\n"
                .formatted(empty));
  }

  @Test
  void aFileOfMoreThanTenMegabytes() throws IOException {
    Programs.write(folder, "src/Big.java", "class Big {}" + " ".repeat(11 * 1024 * 1024));

    Cli run = check();

    assertFound(run, 1);
    assertThat(run.out()).contains("src/Big.java").contains("[oversize-file]");
  }

  @Test
  void aByteOrderMark() throws IOException {
    Programs.write(folder, "src/Bad.java", "\uFEFF" + Programs.BAD);

    assertFound(check(), 1);
  }

  @Test
  void carriageReturnsAndLineFeeds() throws IOException {
    Programs.write(folder, "src/Bad.java", Programs.BAD.replace("\n", "\r\n"));

    assertFound(check(), 1);
  }

  @Test
  void unicodeEscapes() throws IOException {
    Programs.write(folder, "src/Bad.java", Programs.BAD.replace("one", "\\u00e9"));
    assertFound(check(), 1);

    Programs.write(folder, "src/Bad.java", Programs.BAD.replace("Bad {", "Bad \\u007b"));
    assertFound(check(), 1);
  }

  @Test
  void textThatIsNotUtf8() throws IOException {
    String text = Programs.BAD.replace("one", "\u00fcn");
    Files.write(folder.resolve("src/Bad.java"), text.getBytes(StandardCharsets.ISO_8859_1));

    assertFound(check(), 1);
  }

  @Test
  void aSymbolicLinkThatLeadsBack() throws IOException {
    Files.createSymbolicLink(folder.resolve("src/loop"), folder);

    assertFound(check(), 1);
  }

  private Cli check() {
    return Cli.run("check", "--format", "concise", folder.toString());
  }

  private static void assertFound(Cli run, int code) {
    assertThat(run.out()).containsOnlyOnce("Bad.java:8:").contains("[double-close]");
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).isEmpty();
  }
}
