package dev.chanvet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks git which files have changed. */
final class GitChanges {
  private GitChanges() {}

  /** The files whose changes would be in the next commit. */
  static Set<Path> staged(Path folder) {
    return changed(folder, "--cached");
  }

  /**
   * The files that differ from a commit, in the working tree or in commits since.
   *
   * @param reference such as {@code main} or {@code HEAD~3}
   */
  static Set<Path> since(String reference, Path folder) {
    if (reference.startsWith("-")) {
      throw new UsageException("no commit is called '" + reference + "'");
    }
    return changed(folder, "--merge-base", reference);
  }

  /**
   * @throws UsageException if git is not there, or says no
   */
  private static Set<Path> changed(Path folder, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "diff", "--name-only", "-z", "--diff-filter=ACMRT"));
    command.addAll(List.of(arguments));
    command.add("--");
    Path root = SourceRoot.around(folder);
    return Stream.of(run(root, command).split("\0"))
        .filter(name -> !name.isEmpty())
        .map(name -> root.resolve(name).normalize())
        .collect(Collectors.toSet());
  }

  private static String run(Path folder, List<String> command) {
    try {
      Process git = new ProcessBuilder(command).directory(folder.toFile()).start();
      git.getOutputStream().close();
      // Two short outputs: git's complaint is read when it has ended, and fits the pipe until then.
      String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(git.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
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
}
