package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is committed counts, and nothing else. */
class GitTest {
  private static final String WORSE = Programs.BAD.replace("Bad", "Worse");

  @TempDir Path folder;

  @BeforeEach
  void aRepository() throws Exception {
    folder = folder.toRealPath();
    git("init", "--quiet");
    Programs.write(folder, "Bad.java", Programs.BAD);
    git("add", "Bad.java");
    git("commit", "--quiet", "-m", "first");
  }

  @Test
  void gitSaysWhichFilesAreNews() throws Exception {
    Programs.write(folder, "Worse.java", WORSE);
    git("add", "Worse.java");

    assertThat(GitChanges.staged(git(folder))).containsExactly(folder.resolve("Worse.java"));
    assertThat(GitChanges.since("HEAD", git(folder))).containsExactly(folder.resolve("Worse.java"));
    git("commit", "--quiet", "-m", "second");
    assertThat(GitChanges.staged(git(folder))).isEmpty();
    assertThat(GitChanges.since("HEAD~1", git(folder)))
        .containsExactly(folder.resolve("Worse.java"));
  }

  @Test
  void renamedDeletedAndUnknownFilesWithAnyNames() throws Exception {
    Programs.write(folder, "gone/Gone.java", WORSE);
    Programs.write(folder, "old/Worse.java", WORSE);
    Programs.write(folder, "same/Good.java", Programs.GOOD);
    git("add", ".");
    git("commit", "--quiet", "-m", "second");
    Files.delete(folder.resolve("gone/Gone.java"));
    Files.createDirectory(folder.resolve("neu und gr\u00fc\u00df"));
    git("mv", "old/Worse.java", "neu und gr\u00fc\u00df/\u00c4rger.java");
    Programs.write(folder, "never added.java", WORSE);

    assertThat(GitChanges.since("HEAD", git(folder.resolve("same"))))
        .containsExactlyInAnyOrder(
            folder.resolve("neu und gr\u00fc\u00df/\u00c4rger.java"),
            folder.resolve("never added.java"));
    assertThat(GitChanges.staged(git(folder.resolve("same"))))
        .containsExactly(folder.resolve("neu und gr\u00fc\u00df/\u00c4rger.java"));

    Cli run = Cli.in(folder.resolve("same"), "check", "..", "--staged", "--format", "concise");
    assertThat(run.out())
        .startsWith("../neu und gr\u00fc\u00df/\u00c4rger.java:8:")
        .hasLineCount(1);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void theStagedTextIsReadAndNotTheOneOnDisk() throws Exception {
    Programs.write(folder, "src/Worse.java", WORSE);
    git("add", "src");
    Programs.write(folder, "src/Worse.java", "\n\n" + Programs.GOOD.replace("Good", "Worse"));

    Cli staged = Cli.in(folder, "check", "--staged", "--format", "concise");
    assertThat(staged.out()).startsWith("src/Worse.java:8:").hasLineCount(1);
    assertThat(Cli.in(folder, "check", "src").code()).isEqualTo(0);

    git("add", "src");
    Programs.write(folder, "src/Worse.java", WORSE);
    assertThat(Cli.in(folder, "check", "--staged").code()).isEqualTo(0);
  }

  @Test
  void aFileThatIsStagedAndNotOnDiskIsRead() throws Exception {
    Programs.write(folder, "src/deep/Worse.java", WORSE);
    git("add", "src");
    Files.delete(folder.resolve("src/deep/Worse.java"));
    Files.delete(folder.resolve("src/deep"));

    assertThat(Cli.in(folder, "check", "src", "--staged", "--format", "concise").out())
        .startsWith("src/deep/Worse.java:8:");
    assertThat(Cli.in(folder, "check", "src/deep/Worse.java", "--staged").code()).isEqualTo(1);
  }

  @Test
  void whatIsNotPartOfTheCommitIsNotSeenUnlessGitIgnoresIt() throws Exception {
    Programs.write(folder, "Worse.java", caller("Shut"));
    Programs.write(folder, "Shut.java", SHUT);
    git("add", "Worse.java");
    assertThat(Cli.in(folder, "check", ".", "--staged").code()).isEqualTo(0);
    assertThat(Cli.in(folder, "check", "Worse.java", "Shut.java").code()).isEqualTo(1);

    Programs.write(folder, ".gitignore", "Shut.java");
    assertThat(Cli.in(folder, "check", ".", "--staged").code()).isEqualTo(1);
  }

  private static final String SHUT =
      """
      import dev.chanvet.runtime.Channel;

      class Shut {
        static void twice(Channel<String> channel) {
          channel.close();
        }
      }
      """;

  private static String caller(String of) {
    return Programs.BAD
        .replace("Bad", "Worse")
        .replaceFirst("results.close", of + ".twice(results); //");
  }

  @Test
  void aCommitThatIsMadeWithAnotherIndex() throws Exception {
    Programs.write(folder, ".git/hooks/pre-commit", "#!/bin/sh\nexec \"$CHECK\" 2>&1\n");
    assertThat(folder.resolve(".git/hooks/pre-commit").toFile().setExecutable(true)).isTrue();
    ProcessBuilder check = Cli.command(folder, "check", "--staged");
    Path script =
        Programs.write(
            folder,
            ".git/check",
            "#!/bin/sh\nexec '" + String.join("' '", check.command()) + "'\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Programs.write(folder, "Bad.java", Programs.BAD + "// more\n");

    // With -a git writes the index of the commit to another file and tells its hooks about it.
    Process commit = committing(script, "git", "commit", "-a", "-m", "second");
    String said = new String(commit.getInputStream().readAllBytes());

    assertThat(commit.waitFor()).isEqualTo(1);
    assertThat(said).contains("[double-close]").contains("Bad.java:8:");
  }

  private Process committing(Path script, String... command) throws IOException {
    ProcessBuilder git = new ProcessBuilder(command).directory(folder.toFile());
    git.environment().put("CHECK", script.toString());
    git.environment().put("GIT_AUTHOR_NAME", "a");
    git.environment().put("GIT_AUTHOR_EMAIL", "a@b.example");
    git.environment().put("GIT_COMMITTER_NAME", "a");
    git.environment().put("GIT_COMMITTER_EMAIL", "a@b.example");
    return git.redirectErrorStream(true).start();
  }

  private void git(String... arguments) throws Exception {
    Cli.git(folder, arguments);
  }

  private static Git git(Path folder) {
    return Git.around(folder, System.getenv());
  }
}
