package dev.chanvet.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that reports' paths are relative to. */
final class SourceRoot {
  private SourceRoot() {}

  /** The root of the git repository around a folder, or the folder itself if there is none. */
  static Path around(Path folder) {
    Path start = folder.toAbsolutePath().normalize();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return start;
  }
}
