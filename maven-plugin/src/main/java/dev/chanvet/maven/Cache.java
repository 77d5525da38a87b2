package dev.chanvet.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Remembers what a module's report was made from, so that an unchanged module is not analysed
 * again.
 *
 * @param report the SARIF file
 * @param stamp a file beside it with the key of the report and a hash of its bytes; a stamp that is
 *     broken or belongs to other bytes counts as none
 */
record Cache(Path report, Path stamp) {

  /** Whether the report is the one that an analysis with this key would write. */
  boolean holds(String key) {
    try {
      return Files.isRegularFile(report)
          && Files.isRegularFile(stamp)
          && Files.readString(stamp).equals(line(key));
    } catch (IOException e) {
      return false;
    }
  }

  /** Remembers the report as that of a key. */
  void remember(String key) throws IOException {
    Files.writeString(stamp, line(key));
  }

  private String line(String key) throws IOException {
    return key + " " + new Key().bytes(Files.readAllBytes(report)).hex() + "\n";
  }

  /** Forgets the report, if there is one, and deletes it. */
  void clear() throws IOException {
    Files.deleteIfExists(stamp);
    Files.deleteIfExists(report);
  }

  /** Collects all that a report depends on. */
  static final class Key {
    private final MessageDigest digest;

    Key() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    /** Adds words, each apart from the next. */
    Key words(List<String> words) {
      words.forEach(word -> bytes(word.getBytes(StandardCharsets.UTF_8)));
      return this;
    }

    /** Adds files by their names and what is in them. */
    Key contents(List<Path> files) throws IOException {
      for (Path file : files) {
        words(List.of(file.toString())).bytes(Files.readAllBytes(file));
      }
      return this;
    }

    /** Adds jars and class folders by names, sizes and times: reading them all would cost more. */
    Key classpath(List<Path> entries) throws IOException {
      for (Path entry : entries) {
        try (Stream<Path> files = Files.walk(entry)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            long time = Files.getLastModifiedTime(file).toMillis();
            words(List.of(file.toString(), Files.size(file) + "@" + time));
          }
        }
      }
      return this;
    }

    Key bytes(byte[] bytes) {
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
      return this;
    }

    /** The key; nothing can be added any more. */
    String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
