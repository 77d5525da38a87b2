package dev.chanvet.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folders that paths are relative to. */
final class Folders {
  private Folders() {}

  /** What to call a file for people: relative to the current folder if it lies there. */
  static Path shown(Path file) {
    Path here = Path.of("").toAbsolutePath().normalize();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  /** The root of the git repository around a folder, or the folder itself if there is none. */
  static Path root(Path folder) {
    Path start = folder.toAbsolutePath().normalize();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return start;
  }
}
