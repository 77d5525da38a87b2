package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project's settings do to a check. */
class ConfigTest {
  /** A goroutine that never ends: {@code leaked-sender} in line 6. */
  private static final String LEAK =
      """
      import dev.chanvet.runtime.Channel;
      import static dev.chanvet.runtime.Go.go;
      %s class Leak {
        static void start() {
          Channel<String> ticks = Channel.make();
          go(() -> ticks.send("tick"));
        }
        public static void main(String[] args) {
          start();
        }
      }
      @interface Daemon {}
      """;

  @TempDir Path folder;

  @BeforeEach
  void aBadProgram() throws IOException {
    folder = folder.toRealPath();
    Programs.write(folder, "src/Bad.java", Programs.BAD);
  }

  @Test
  void itIsFoundByItselfAndCanBeNamedOrLeftOut() throws Exception {
    settings("fail-on: never\n");
    Path other = Programs.write(folder, "other.yml", "rules: {ignore: double-close}\n");

    assertThat(check().code()).isEqualTo(0);
    assertThat(check().out()).contains("[double-close]");
    assertThat(check("--fail-on", "error").code()).isEqualTo(1);
    assertThat(check("--no-config").code()).isEqualTo(1);
    assertThat(check("--config", other.toString())).isEqualTo(new Cli(0, "", ""));
    Cli.git(folder, "init", "--quiet");
    assertThat(Cli.run("check", folder.resolve("src/Bad.java").toString()).code()).isEqualTo(0);
    assertThat(Cli.in(folder.resolve("src"), "check").code()).isEqualTo(0);
  }

  @Test
  void whatIsWrongWithItIsOneClearLine() throws IOException {
    Path file = settings("fail-on: error\nrules:\n  selekt: all\n");

    assertThat(check())
        .isEqualTo(
            new Cli(
                2,
                "",
                "chanvet: %s:3: no key is called 'selekt'; did you mean 'select'?\n"
                    .formatted(file)));
    assertThat(check("--config", file + "x").err())
        .isEqualTo("chanvet: " + file + "x cannot be read\n");
  }

  @Test
  void rulesAndLevels() throws IOException {
    settings("rules: {select: [leaked-sender]}");
    assertThat(check().code()).isEqualTo(0);
    assertThat(check("--select", "double-close").code()).isEqualTo(1);

    settings("rules: {levels: {double-close: off}}");
    assertThat(check().code()).isEqualTo(0);

    settings("rules: {levels: {double-close: note}}");
    assertThat(check().code()).isEqualTo(0);
    assertThat(check().out()).contains(": note: ").contains("[double-close]");
    assertThat(check("--format", "sarif").out())
        .contains("\"ruleIndex\" : ")
        .contains("\"level\" : \"note\"")
        .doesNotContain("\"ruleIndex\" : -1");
  }

  @Test
  void pathsThatAreAnalysedAndWhatHoldsInSome() throws IOException {
    settings("paths: {exclude: [src/]}");
    assertThat(check().out()).isEmpty();

    settings("paths: {include: [lib/]}");
    assertThat(check().out()).isEmpty();

    settings("overrides: [{paths: src, levels: {all: note}}]");
    assertThat(check().code()).isEqualTo(0);
    assertThat(check().out()).contains("[double-close]");

    settings("overrides: [{paths: src, ignore: [all]}]");
    assertThat(check().out()).isEmpty();
  }

  @Test
  void ownersWhoseGoroutinesLiveOn() throws IOException {
    Files.delete(folder.resolve("src/Bad.java"));
    Programs.write(folder, "src/Leak.java", LEAK.formatted("@Daemon"));
    settings("");
    assertThat(check().out()).contains("Leak.java:6:").contains("[leaked-sender]");

    settings("owners: {live-on: ['@Daemon']}");
    assertThat(check().out()).isEmpty();
    settings("owners: {live-on: [Leak]}");
    assertThat(check().out()).isEmpty();
    settings("owners: {live-on: ['@Other', Other]}");
    assertThat(check().code()).isEqualTo(1);

    settings("owners: {live-on: ['@Daemon']}");
    Programs.write(folder, "src/Leak.java", LEAK.formatted(""));
    assertThat(check().code()).isEqualTo(1);
  }

  @Test
  void aDoubleCloseOfAnOwnerIsStillWrong() throws IOException {
    Programs.write(folder, "src/Bad.java", Programs.BAD.replace("class", "@Daemon class"));
    settings("owners: {live-on: ['@Daemon']}");

    assertThat(check().code()).isEqualTo(1);
  }

  @Test
  void aBaselineBelongsToIt() throws IOException {
    settings("baseline: known.txt\n");
    assertThat(check("--format", "text").out())
        .contains("[missing-baseline]")
        .contains("error[double-close]");

    assertThat(Cli.run("baseline", folder.toString()).out())
        .isEqualTo("1 finding written to " + folder.resolve("known.txt") + "\n");
    assertThat(check().code()).isEqualTo(0);
    Programs.write(folder, "src/Worse.java", Programs.BAD.replace("Bad", "Worse"));
    assertThat(check().code()).isEqualTo(1);
    assertThat(check("--update-baseline").code()).isEqualTo(0);
    assertThat(check().code()).isEqualTo(0);
  }

  private Path settings(String text) throws IOException {
    return Programs.write(folder, "chanvet.yml", text);
  }

  private Cli check(String... more) {
    List<String> words = new ArrayList<>(List.of("check", folder.toString()));
    words.addAll(List.of(more));
    if (!words.contains("--format")) {
      words.addAll(List.of("--format", "concise"));
    }
    return Cli.run(words.toArray(String[]::new));
  }
}
