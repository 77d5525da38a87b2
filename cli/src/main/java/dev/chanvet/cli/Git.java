package dev.chanvet.cli;

import dev.chanvet.analyzer.source.FileView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs git in the root of a repository.
 *
 * @param root the folder that git's names of files are relative to, as a real path
 * @param environment git's variables, which in a hook say which index is meant
 */
record Git(Path root, Map<String, String> environment) {
  Git {
    environment = Map.copyOf(environment);
  }

  static Git around(Path folder, Map<String, String> environment) {
    return new Git(FileView.real(Folders.root(folder)), environment);
  }

  /** The file of that name; git's names never lead through symbolic links. */
  Path file(String name) {
    return root.resolve(name);
  }

  /** The words that a command separates by zero bytes: names of files may hold anything else. */
  List<String> words(List<String> arguments) {
    String out = new String(run(arguments, ""), StandardCharsets.UTF_8);
    return Stream.of(out.split("\0")).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * What a command prints.
   *
   * @param input for it to read
   * @throws UsageException if git is not there, or says no; the message is git's
   */
  byte[] run(List<String> arguments, String input) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
      if (!environment.equals(System.getenv())) { // to copy our own would lose undecodable bytes
        builder.environment().clear();
        builder.environment().putAll(environment);
      }
      Process git = builder.start();
      Thread writer = Thread.ofVirtual().start(() -> write(git, input));
      // A short complaint: it is read when git has ended, and fits the pipe until then.
      byte[] out = git.getInputStream().readAllBytes();
      String err = new String(git.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      writer.join();
      if (git.waitFor() != 0) {
        throw new UsageException(err.lines().findFirst().orElse("git failed"));
      }
      return out;
    } catch (IOException e) {
      throw new UsageException("git cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("interrupted");
    }
  }

  private static void write(Process git, String input) {
    try (OutputStream to = git.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // Git has ended before it read: its exit code tells why.
    }
  }
}
