package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void bytesThatAreNoText() throws IOException {
    String text = Programs.BAD.replace("Bad {", "Other {");
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("one")] = (byte) 0xFF; // never part of UTF-8
    Files.write(folder.resolve("src/Other.java"), bytes);

    Cli run = check();

    assertFound(run, 1);
    assertThat(run.out()).contains("Other.java:8:");
  }

  @Test
  void aFileOfNoBytes() throws IOException {
    Cli without = check();
    Programs.write(folder, "src/Empty.java", "");

    assertThat(check()).isEqualTo(without);
  }

  @Test
  void charactersThatAreNull() throws IOException {
    Programs.write(folder, "src/Null.java", Programs.BAD.replace("results.send", "\0results.send"));
    Programs.write(folder, "src/Zeros.java", "dev.chanvet.runtime" + "\0".repeat(100_000));

    Cli run = check();

    assertFound(run, 1);
    assertThat(run.out())
        .containsOnlyOnce("src/Null.java:6:5: not analysed: syntax error")
        .containsOnlyOnce("src/Zeros.java:1:");
  }

  @Test
  @Timeout(60)
  void aPipeThatNobodyWritesTo() throws Exception {
    Path pipe = folder.resolve("src/Pipe.java");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    Cli run = check();

    assertFound(run, 1);
    assertThat(run.out()).containsOnlyOnce("src/Pipe.java: cannot be read: neither a file nor");
  }

  @ParameterizedTest
  @CsvSource({"(, 1, )", "f(, 1, )", "1 +, 1, ''", "!, true, ''", "c == null ? 1 :, 1, ''"})
  @Timeout(120)
  void tenThousandExpressionsInEachOther(String open, String middle, String close)
      throws IOException {
    writeDeep("Object o = %s;", open, middle, close, 10_000);

    assertCostsAtMostItself(check());
  }

  @ParameterizedTest
  @CsvSource({"{, }", "if (c != null) {, }", "for (;;) {, }", "try {, '} finally { }'"})
  @Timeout(120)
  void tenThousandStatementsInEachOther(String open, String close) throws IOException {
    writeDeep("%s", open, "c.send(1);", close, 10_000);

    assertCostsAtMostItself(check());
  }

  private void writeDeep(String statement, String open, String middle, String close, int times)
      throws IOException {
    String deep = (open + " ").repeat(times) + middle + close.repeat(times);
    String program =
        """
        import dev.chanvet.runtime.Channel;
        class Deep {
          public static void main(String[] args) { new Deep().m(Channel.make(1)); }
          void m(Channel<Integer> c) { %s c.send(2); }
          int f(int i) { return 1; }
        }
        """;
    Programs.write(folder, "src/Deep.java", program.formatted(statement.formatted(deep)));
  }

  private static void assertCostsAtMostItself(Cli run) {
    assertFound(run, 1);
    assertThat(run.out().lines().filter(line -> line.startsWith("chanvet:")).toList())
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(line -> line.contains("src/Deep.java"));
  }

  @Test
  void aRunThatCannotBeginLeavesTheOldReport() throws IOException {
    Path report = Files.writeString(folder.resolve("report.json"), "old");
    Path config = Files.writeString(folder.resolve("broken.yml"), "rules: [");

    for (List<String> wrong :
        List.of(
            List.of("--select", "no-such-rule"),
            List.of("--config", config.toString()),
            List.of("--baseline", folder + "/gone.txt"),
            List.of("-o", "sarif=" + folder + "/no/such/folder.sarif"))) {
      List<String> words = new ArrayList<>(List.of("check", folder.toString()));
      words.addAll(List.of("-o", "json=" + report));
      words.addAll(wrong);

      Cli run = Cli.run(words.toArray(String[]::new));

      assertThat(run.code()).as("%s", wrong).isEqualTo(2);
      assertThat(run.err()).as("%s", wrong).startsWith("chanvet: ").hasLineCount(1);
      assertThat(report).content().isEqualTo("old");
    }
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
