package dev.chanvet.analyzer.source;

import java.nio.file.Path;

/** Which files need not be read to know what is in them. */
public interface KnownFiles {
  /** None. */
  KnownFiles NONE = (file, stamp) -> false;

  /**
   * Whether enough is known of a file's content.
   *
   * @param file absolute and normalized
   * @param stamp the one that it has now
   */
  boolean has(Path file, FileStamp stamp);
}
