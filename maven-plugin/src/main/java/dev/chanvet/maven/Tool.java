package dev.chanvet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The {@code chanvet} command in a JVM of its own.
 *
 * @param classpath the command and what it needs
 */
record Tool(Jdk jdk, List<Path> classpath) {
  /** No finding that counts. */
  private static final int CLEAN = 0;

  /** For short runs: the compiler that starts fast, the collector that starts fast. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Dpicocli.useSimplifiedAtFiles=true",
          "-Djava.awt.headless=true");

  Tool {
    classpath = List.copyOf(classpath);
  }

  /**
   * Runs the command to its end.
   *
   * @param folder the current folder of the command
   * @param words of the command line
   * @return what it printed
   * @throws MojoExecutionException if it says that it could not do its work, with its reason
   */
  String run(Path folder, List<String> words) throws MojoExecutionException {
    try {
      // A command line has limits, and files have not: one word on each line.
      Path arguments = Files.createTempFile("chanvet", ".arguments");
      Path out = Files.createTempFile("chanvet", ".out");
      Path err = Files.createTempFile("chanvet", ".err");
      try {
        Files.write(arguments, words, StandardCharsets.UTF_8);
        Process process =
            new ProcessBuilder(command(arguments))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        int code = await(process);
        if (code != CLEAN) {
          throw new MojoExecutionException(reason(code, Files.readString(err)));
        }
        return Files.readString(out);
      } finally {
        Files.deleteIfExists(arguments);
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw new MojoExecutionException("chanvet could not be run on " + jdk.java() + ": " + e, e);
    }
  }

  private List<String> command(Path arguments) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(OPTIONS);
    command.add("-cp");
    command.add(
        classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add("dev.chanvet.cli.Main");
    command.add("@" + arguments);
    return command;
  }

  private static int await(Process process) throws MojoExecutionException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("chanvet was interrupted", e);
    }
  }

  private static String reason(int code, String err) {
    String said = err.strip();
    return said.isEmpty() ? "chanvet ended with exit code " + code : said;
  }
}
