package dev.chanvet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A file that holds the old report or the new one, but never half of one. */
record ReportFile(Path path) {

  /**
   * Finds out before the analysis what would go wrong after it.
   *
   * @throws UsageException if the file cannot be written to
   */
  void requireWritable() {
    if (Files.isDirectory(path)) {
      throw failure("it is a folder");
    }
    if (!Files.isDirectory(folder())) {
      throw failure("there is no folder " + folder());
    }
    if (!Files.isWritable(folder()) || Files.exists(path) && !Files.isWritable(path)) {
      throw failure("permission denied");
    }
  }

  /**
   * Replaces the file.
   *
   * @throws UsageException if that cannot be done; then the file is as it was
   */
  void write(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for a text in an encoding of its own. */
  void write(byte[] text) {
    try {
      // What is no plain file, such as /dev/stdout, cannot be renamed over.
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        Files.write(path, text);
        return;
      }
      // Not a temporary file as the JDK makes them: only its owner might read that.
      String name = "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
      Path draft = folder().resolve(name);
      draft.toFile().deleteOnExit(); // also when interrupted
      try {
        Files.write(draft, text);
        keepPermissions(draft);
        replaceBy(draft);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw failure(e.toString());
    }
  }

  /** Who may read the old file may read the new one. */
  private void keepPermissions(Path draft) throws IOException {
    if (Files.exists(path) && Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(path));
    }
  }

  private void replaceBy(Path draft) throws IOException {
    // A link stays a link: the file behind it is replaced.
    Path target = Files.exists(path) ? path.toRealPath() : path;
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path folder() {
    return Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path);
  }

  private UsageException failure(String reason) {
    return new UsageException("cannot write to " + path + ": " + reason);
  }
}
