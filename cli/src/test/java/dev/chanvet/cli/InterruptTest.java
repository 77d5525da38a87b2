package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C ends the command at once, and leaves nothing behind. */
class InterruptTest {
  /** Whoever starts us in the background may have told us to ignore interrupts. */
  private static final List<String> INTERRUPTIBLE = List.of("env", "--default-signal=INT");

  @TempDir Path folder;

  @Test
  void anOldReportStaysAndTheExitCodeSaysWhy() throws Exception {
    assumeThat(canReset()).isTrue();
    Programs.write(folder, "src/Bad.java", Programs.BAD);
    Path report = Programs.write(folder, "report.json", "old");
    Path git =
        Programs.write(
            folder, "bin/git", "#!/bin/sh\ntouch '" + folder + "/asked'\nexec sleep 30\n");
    assertThat(git.toFile().setExecutable(true)).isTrue();
    ProcessBuilder check =
        Cli.command(folder, "check", "src", "--changed-since", "HEAD", "-o", "json=report.json");
    List<String> command = new ArrayList<>(INTERRUPTIBLE);
    command.addAll(check.command());
    check.command(command);
    check.environment().merge("PATH", git.getParent().toString(), (path, bin) -> bin + ":" + path);

    Process process = check.start();
    while (process.isAlive() && !Files.exists(folder.resolve("asked"))) {
      Thread.sleep(50); // it analyses, and then asks git what has changed, which takes long
    }
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(report).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("src", "bin", "asked", "report.json");
    }
  }

  private static boolean canReset() throws InterruptedException {
    List<String> command = new ArrayList<>(INTERRUPTIBLE);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
