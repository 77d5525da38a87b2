package dev.chanvet.analyzer.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the files look to an analysis, which need not be how they lie on disk: a commit that is being
 * made has other texts, and settings leave files out. All paths are {@linkplain #real real} ones.
 *
 * @param visible whether a file is there at all
 * @param texts what stands in some files instead of what lies on disk, where there may be nothing
 */
public record FileView(Predicate<Path> visible, Map<Path, byte[]> texts) {

  /** As they lie on disk. */
  public static final FileView DISK = new FileView(file -> true, Map.of());

  public FileView {
    texts = Map.copyOf(texts);
  }

  /** The same view without the files that a predicate refuses. */
  public FileView where(Predicate<Path> also) {
    return new FileView(visible.and(also), texts);
  }

  /**
   * The one path to a file, without links on the way; the end of it need not exist.
   *
   * <p>Two paths lead to the same file if and only if their real paths are equal.
   */
  public static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      Path parent = absolute.getParent();
      return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
    }
  }

  /** Whether there is a file, here or on disk. */
  boolean exists(Path path) {
    return Files.exists(path)
        || texts.keySet().stream().anyMatch(text -> text.startsWith(real(path)));
  }

  /** Whether a path leads to a folder, or would if the files of this view lay on disk. */
  boolean isFolder(Path path) {
    return Files.isDirectory(path) || (!Files.exists(path) && !texts.containsKey(real(path)));
  }

  /** The stamp of a file that looks as it lies on disk, if it has one. */
  Optional<FileStamp> stamp(FoundFile file) throws IOException {
    return texts.containsKey(file.identity()) ? Optional.empty() : FileStamp.of(file.location());
  }

  long size(FoundFile file) throws IOException {
    byte[] text = texts.get(file.identity());
    if (text != null) {
      return text.length;
    }
    BasicFileAttributes attributes =
        Files.readAttributes(file.location(), BasicFileAttributes.class);
    if (!attributes.isRegularFile()) { // a pipe nobody writes to would be waited for
      throw new IOException("neither a file nor a folder");
    }
    return attributes.size();
  }

  /**
   * Reads a file.
   *
   * @param limit how many bytes are read at most: a file need not keep to the size that it told
   */
  byte[] read(FoundFile file, int limit) throws IOException {
    byte[] text = texts.get(file.identity());
    if (text != null) {
      return text;
    }
    try (InputStream in = Files.newInputStream(file.location())) {
      return in.readNBytes(limit);
    }
  }
}
