package dev.chanvet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks git which files have changed; all paths are real ones. */
final class GitChanges {
  private GitChanges() {}

  /** The files whose changes would be in the next commit. */
  static Set<Path> staged(Git git) {
    return files(git, changed(git, "--cached"));
  }

  /**
   * The files that differ from where this line of work left a commit: by commits since, in the
   * working tree, or because git does not know them yet.
   *
   * @param reference such as {@code main} or {@code HEAD~3}
   */
  static Set<Path> since(String reference, Git git) {
    if (reference.startsWith("-")) {
      throw new UsageException("no commit is called '" + reference + "'");
    }
    List<String> names = new ArrayList<>(changed(git, "--merge-base", reference));
    names.addAll(untracked(git));
    return files(git, names);
  }

  /** The files that git neither knows nor ignores. */
  static List<String> untracked(Git git) {
    return git.words(List.of("ls-files", "--others", "--exclude-standard", "-z"));
  }

  private static List<String> changed(Git git, String... arguments) {
    List<String> words =
        new ArrayList<>(List.of("diff", "--name-only", "-z", "--no-renames", "--diff-filter=ACMT"));
    words.addAll(List.of(arguments));
    words.add("--");
    return git.words(words);
  }

  private static Set<Path> files(Git git, List<String> names) {
    return names.stream().map(git::file).collect(Collectors.toSet());
  }
}
