package dev.chanvet.cli.resident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * The program that this process runs: once its file has been replaced, no more of it can be loaded.
 */
record Jar(Path file, @Nullable Stamp stamp) {
  private record Stamp(long size, FileTime changed, @Nullable Object key) {}

  static Jar of(Path file) {
    return new Jar(file, stamp(file));
  }

  boolean isUnchanged() {
    return stamp != null && stamp.equals(stamp(file));
  }

  private static @Nullable Stamp stamp(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(now.size(), now.lastModifiedTime(), now.fileKey());
    } catch (IOException e) {
      return null;
    }
  }
}
