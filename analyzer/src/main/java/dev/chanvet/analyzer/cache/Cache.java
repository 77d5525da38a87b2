package dev.chanvet.analyzer.cache;

import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of outcomes and other pieces of knowledge, one file each, named by keys.
 *
 * <p>Several processes may use it at once: a file appears as a whole or not at all, and what two
 * write for the same key differs at most in whether fixes have been looked for. A file that is
 * broken, or that something else has written, counts as none and goes away. Whatever fails here
 * costs time and nothing else.
 */
public final class Cache {
  /** Remembers nothing. */
  public static final Cache NONE = new Cache(null, "");

  /** What has not been used for so long goes away. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final @Nullable Path folder;
  private final String version;

  private Cache(@Nullable Path folder, String version) {
    this.folder = folder;
    this.version = version;
  }

  /**
   * A cache in a folder, which is made when it is needed.
   *
   * @param version of the whole tool: what another one wrote is not read
   */
  public static Cache in(Path folder, String version) {
    return new Cache(folder, version);
  }

  /** Whether it remembers anything. */
  public boolean remembers() {
    return folder != null;
  }

  /** What was remembered for a group of files. */
  public Optional<Outcome> get(Key key, List<SourceFile> files, List<RuleInfo> rules) {
    if (folder == null) {
      return Optional.empty();
    }
    return read(
        file(folder, key.of(version, files)),
        bytes -> OutcomeReader.read(bytes, files, rules).orElse(null));
  }

  /** The pieces that were remembered together; none if they were not. */
  public Map<String, byte[]> pieces(Key key) {
    return folder == null
        ? Map.of()
        : read(file(folder, key.of(version, List.of())), Bundle::read).orElse(Map.of());
  }

  /** How to read a file of the cache; null, or an exception, if it is broken. */
  private interface Format<T> {
    @Nullable T read(byte[] bytes) throws IOException;
  }

  private static <T> Optional<T> read(Path file, Format<T> format) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      T content = content(bytes, format);
      if (content == null) {
        Files.deleteIfExists(file);
      } else if (age(file, Instant.now()).compareTo(Duration.ofDays(1)) > 0) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now())); // it is in use
      }
      return Optional.ofNullable(content);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static <T> @Nullable T content(byte[] bytes, Format<T> format) {
    try {
      return format.read(bytes);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Remembers an outcome, unless it speaks of a place in another file. */
  public void put(Key key, List<SourceFile> files, Outcome outcome) {
    if (folder == null) {
      return;
    }
    Optional<byte[]> bytes = OutcomeWriter.bytes(outcome, files);
    if (bytes.isEmpty()) {
      return;
    }
    write(file(folder, key.of(version, files)), bytes.get());
  }

  /** Remembers pieces, instead of those that were remembered under that key. */
  public void put(Key key, Map<String, byte[]> pieces) {
    if (folder != null) {
      write(file(folder, key.of(version, List.of())), Bundle.bytes(pieces));
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), "draft", ".tmp");
      try {
        Files.write(draft, bytes);
        move(draft, file);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | SecurityException e) {
      // A folder that cannot be written to remembers nothing.
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Deletes what nothing has asked for in a long time; looks once a day. */
  public void sweep() {
    if (folder == null) {
      return;
    }
    Path stamp = folder.resolve("swept");
    Instant now = Instant.now();
    try {
      boolean swept = Files.exists(stamp) && age(stamp, now).compareTo(Duration.ofDays(1)) < 0;
      if (swept || !Files.isDirectory(folder)) {
        return;
      }
      Files.write(stamp, new byte[0]);
      try (Stream<Path> files = Files.walk(folder, 2)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (age(file, now).compareTo(KEPT) > 0) {
            Files.deleteIfExists(file);
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Another process may sweep as well.
    }
  }

  private static Duration age(Path file, Instant now) throws IOException {
    return Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
  }

  private static Path file(Path folder, String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key.substring(2));
  }
}
