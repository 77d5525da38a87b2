package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run of the command gave.
 *
 * @param code the exit code
 */
record Cli(int code, String out, String err) {

  static Cli run(String... args) {
    return run(false, Map.of(), args);
  }

  static Cli run(boolean terminal, Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err, true), terminal, terminal, environment);
    int code = Chanvet.run(console, args);
    console.out().flush();
    return new Cli(code, out.toString(), err.toString());
  }

  /** Runs the command in a process of its own, whose current folder is {@code folder}. */
  static Cli in(Path folder, String... args) throws Exception {
    Path out = Files.createTempFile("chanvet", ".out");
    Path err = Files.createTempFile("chanvet", ".err");
    try {
      Process process =
          command(folder, args).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      return new Cli(process.waitFor(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** That process before it is started. */
  static ProcessBuilder command(Path folder, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  /** Runs git in a folder, as somebody with a name. */
  static String git(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@b.example"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(out).isZero();
    return out;
  }
}
