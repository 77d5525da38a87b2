package dev.chanvet.cli;

import dev.chanvet.analyzer.source.FileView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The next commit as git has it in its index, where that differs from the working tree. */
final class GitIndex {
  private static final String LINK = "120000";
  private static final String SUBMODULE = "160000";

  private final Git git;
  private final Map<Path, String> blobs = new LinkedHashMap<>();
  private final Set<Path> absent = new HashSet<>();

  private GitIndex(Git git) {
    this.git = git;
  }

  /**
   * The files as the next commit has them. Files that git ignores, such as generated ones, are seen
   * as they lie on disk; files that it does not know are not seen.
   */
  static FileView view(Git git) {
    GitIndex index = new GitIndex(git);
    index.compare();
    GitChanges.untracked(git).forEach(name -> index.absent.add(git.file(name)));
    Set<Path> absent = Set.copyOf(index.absent);
    return new FileView(file -> !absent.contains(file), index.texts());
  }

  /** Reads {@code :MODE MODE BLOB BLOB STATUS} and the name, once for each file that differs. */
  private void compare() {
    List<String> words =
        git.words(
            List.of(
                "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--ignore-submodules", "--"));
    for (int i = 0; i + 1 < words.size(); i += 2) {
      String[] entry = words.get(i).substring(1).split(" ");
      String mode = entry[0];
      if (entry[4].equals("A")) { // git has only been told that there will be such a file
        absent.add(git.file(words.get(i + 1)));
      } else if (!mode.equals(LINK) && !mode.equals(SUBMODULE) && !entry[4].equals("U")) {
        blobs.put(git.file(words.get(i + 1)), entry[2]);
      }
    }
    blobs.keySet().removeIf(file -> !file.toString().endsWith(".java"));
  }

  /** Asks for all texts at once. Git answers {@code BLOB TYPE SIZE}, the bytes, and a line feed. */
  private Map<Path, byte[]> texts() {
    if (blobs.isEmpty()) {
      return Map.of();
    }
    String names = blobs.values().stream().collect(Collectors.joining("\n", "", "\n"));
    byte[] answer = git.run(List.of("cat-file", "--batch"), names);
    Map<Path, byte[]> texts = new HashMap<>();
    int at = 0;
    for (Path file : blobs.keySet()) {
      int end = at;
      while (answer[end] != '\n') {
        end++;
      }
      String heading = new String(answer, at, end - at, StandardCharsets.US_ASCII);
      int size = Integer.parseInt(heading.substring(heading.lastIndexOf(' ') + 1));
      byte[] text = new byte[size];
      System.arraycopy(answer, end + 1, text, 0, size);
      texts.put(file, text);
      at = end + 1 + size + 1;
    }
    return texts;
  }
}
