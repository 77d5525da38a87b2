package dev.chanvet.analyzer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the file system tells of a file without reading it. While its stamp stays, its content does:
 * whoever writes to a file, renames another one to it or changes its rights changes the stamp, and
 * cannot set it back.
 *
 * @param modified when its content was changed, in nanoseconds
 * @param changed when anything about it was changed, in nanoseconds
 */
public record FileStamp(long size, long modified, long changed, long inode, long device) {
  /** As coarse as clocks of file systems are, and as wrong as they may be. */
  private static final Duration COARSE = Duration.ofSeconds(2);

  /**
   * The stamp of a file; empty if the system has none that can be trusted.
   *
   * @throws IOException if it has gone, or is no file
   */
  static Optional<FileStamp> of(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    Map<String, Object> all =
        Files.readAttributes(
            file, "unix:isRegularFile,size,lastModifiedTime,ctime,ino,dev", new LinkOption[0]);
    if (!Boolean.TRUE.equals(
        all.get("isRegularFile"))) { // a pipe nobody writes to would be waited for
      throw new IOException("neither a file nor a folder");
    }
    return Optional.of(
        new FileStamp(
            number(all, "size"),
            time(all, "lastModifiedTime"),
            time(all, "ctime"),
            number(all, "ino"),
            number(all, "dev")));
  }

  private static long number(Map<String, Object> all, String name) {
    return all.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static long time(Map<String, Object> all, String name) {
    return all.get(name) instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : 0;
  }

  /**
   * Whether the file was at rest at that time, so that a later change has another stamp. Two
   * changes within one tick of the file system's clock have the same.
   */
  public boolean isBefore(Instant time) {
    Instant last = FileTime.from(Math.max(modified, changed), TimeUnit.NANOSECONDS).toInstant();
    return last.plus(COARSE).isBefore(time);
  }

  /** Appends the stamp. */
  public void write(ByteWriter out) {
    out.number(size);
    out.number(modified);
    out.number(changed);
    out.number(inode);
    out.number(device);
  }

  /** Reads the next stamp. */
  public static FileStamp read(ByteReader in) {
    return new FileStamp(
        in.longNumber(), in.longNumber(), in.longNumber(), in.longNumber(), in.longNumber());
  }
}
