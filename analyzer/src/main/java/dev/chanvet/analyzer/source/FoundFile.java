package dev.chanvet.analyzer.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A Java file on disk that has not been read yet.
 *
 * @param path how the user calls it, with forward slashes
 * @param location absolute and normalized
 * @param identity the same for two paths that lead to the same file
 */
record FoundFile(String path, Path location, Path identity) implements Comparable<FoundFile> {

  /**
   * @throws IOException if the file has gone or cannot be reached
   */
  static FoundFile of(Path file) throws IOException {
    return unseen(file, file.toRealPath());
  }

  /** A file that need not lie on disk. */
  static FoundFile unseen(Path file, Path identity) {
    String path = file.normalize().toString().replace(file.getFileSystem().getSeparator(), "/");
    return new FoundFile(path, file.toAbsolutePath().normalize(), identity);
  }

  /** Adds the file unless it is there; of two paths to one file the smaller one stays. */
  void addTo(Map<Path, FoundFile> found) {
    found.merge(identity, this, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  @Override
  public int compareTo(FoundFile other) {
    return path.compareTo(other.path);
  }
}
