package dev.chanvet.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

  /**
   * What a report's paths are relative to: the root around the current folder, unless what is
   * looked at lies elsewhere.
   */
  static Path root(List<String> paths) {
    Path here = root(Path.of(""));
    Path there = around(paths);
    return there.startsWith(here) ? here : root(there);
  }

  /** The innermost folder around all paths. */
  static Path around(List<String> paths) {
    List<Path> folders = paths.stream().map(Folders::folder).flatMap(Optional::stream).toList();
    Path common = folders.isEmpty() ? Path.of("").toAbsolutePath() : folders.getFirst();
    for (Path folder : folders) {
      for (Path up = common; !folder.startsWith(common) && up != null; up = up.getParent()) {
        common = up;
      }
    }
    return common;
  }

  private static Optional<Path> folder(String name) {
    try {
      Path path = Path.of(name).toAbsolutePath().normalize();
      return Files.isDirectory(path) ? Optional.of(path) : Optional.ofNullable(path.getParent());
    } catch (InvalidPathException e) {
      return Optional.empty(); // it is told when the file is read
    }
  }
}
