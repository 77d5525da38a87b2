package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.config.Config;
import dev.chanvet.config.ConfigFile;
import dev.chanvet.config.Level;
import dev.chanvet.config.Threshold;
import dev.chanvet.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  @TempDir Path folder;

  @BeforeEach
  void realFolder() throws IOException {
    folder = folder.toRealPath();
  }

  @Test
  void settingsAndAGitHookThatChecksWhatIsStaged() throws Exception {
    Cli.git(folder, "init", "--quiet");

    Cli run = Cli.run("init", folder.toString());

    assertThat(run)
        .isEqualTo(
            new Cli(
                0,
                """
                wrote %s/chanvet.yml: the project's settings, all commented out
                wrote %<s/.git/hooks/pre-commit: checks what is staged before each commit
                """
                    .formatted(folder),
                ""));
    Programs.write(folder, "Bad.java", Programs.BAD);
    Cli.git(folder, "add", ".");
    String refused = commit(1);
    assertThat(refused).contains("[double-close]");

    Programs.write(folder, "Bad.java", Programs.GOOD);
    Cli.git(folder, "add", ".");
    commit(0);
  }

  @Test
  void whatIsThereStaysAsItIs() throws Exception {
    Cli.git(folder, "init", "--quiet");
    Path settings = Programs.write(folder, "chanvet.yml", "fail-on: note");
    Path hook = Programs.write(folder, ".git/hooks/pre-commit", "#!/bin/sh");

    Cli run = Cli.run("init", folder.toString(), "--hook", "git");

    assertThat(run.out())
        .contains("kept " + settings + ": it is there already")
        .contains("kept " + hook + ": it is there already")
        .contains("    chanvet check --staged --quiet");
    assertThat(settings).hasContent("fail-on: note");
    assertThat(hook).hasContent("#!/bin/sh");
  }

  @Test
  void aProjectThatUsesPreCommitIsToldWhatToAdd() throws Exception {
    Cli.git(folder, "init", "--quiet");

    assertThat(Cli.run("init", folder.toString(), "--hook", "pre-commit").out())
        .contains("wrote " + folder.resolve(".pre-commit-config.yaml"));
    assertThat(Cli.run("init", folder.toString()).out())
        .contains("kept " + folder.resolve(".pre-commit-config.yaml"))
        .contains("add this to its 'repos'")
        .contains("      - repo: local");
    assertThat(folder.resolve(".git/hooks/pre-commit")).doesNotExist();
  }

  @Test
  void withoutARepositoryThereIsNoHook() {
    assertThat(Cli.run("init", folder.toString()).out()).hasLineCount(1);
    assertThat(folder).isDirectoryNotContaining("glob:**/.git");
    assertThat(Cli.run("init", folder + "/none").err())
        .isEqualTo("chanvet: " + folder + "/none is no folder\n");
    assertThat(Cli.run("init", folder.toString(), "--hook", "svn").code()).isEqualTo(2);
  }

  @Test
  void theSettingsMeanNothingUntilTheyAreUncommentedAndThenAllOfThemDo() throws IOException {
    Cli.run("init", folder.toString());
    Path file = folder.resolve("chanvet.yml");
    var ids = Rules.all().stream().map(Rule::info).map(info -> info.id()).toList();
    assertThat(new ConfigFile(file).read(ids).levels()).isEmpty();

    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("(?m)^#(?=[a-z ]+[a-z\\-]*:|  )(?! )", "")
            .replaceAll("(?m)^#(?=  )", ""));
    Config config = new ConfigFile(file).read(ids);

    assertThat(config.select()).containsExactly("all");
    assertThat(config.ignore()).containsExactly("close-by-receiver");
    assertThat(config.levels()).isEqualTo(Map.of("leaked-sender", Level.WARNING));
    assertThat(config.exclude()).hasSize(1);
    assertThat(config.overrides()).hasSize(1);
    assertThat(config.liveOn()).containsExactly("@Daemon");
    assertThat(config.failOn()).contains(Threshold.WARNING);
    assertThat(config.baseline()).contains(folder.resolve("chanvet-baseline.txt"));
    assertThat(config.models()).containsExactly(folder.resolve("chanvet-models"));
  }

  /** Commits with a {@code chanvet} on the path that is this build. */
  private String commit(int code) throws Exception {
    Path bin = Files.createDirectories(folder.resolve(".git/bin"));
    Path script =
        Files.writeString(
            bin.resolve("chanvet"),
            "#!/bin/sh\nexec '" + String.join("' '", Cli.command(folder).command()) + "' \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    ProcessBuilder git =
        new ProcessBuilder(
            "git", "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-m", "x");
    git.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
    Process process = git.directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isEqualTo(code);
    return out;
  }
}
