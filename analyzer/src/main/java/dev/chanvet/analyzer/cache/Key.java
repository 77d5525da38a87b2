package dev.chanvet.analyzer.cache;

import dev.chanvet.analyzer.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A name for all that an outcome depends on: two keys are equal if and only if all of that is. */
public final class Key {
  private final byte[] settings;

  /**
   * What does not depend on the files.
   *
   * @param settings the rules, and all options that count
   */
  public Key(List<String> settings) {
    MessageDigest digest = digest();
    settings.forEach(word -> add(digest, word));
    this.settings = digest.digest();
  }

  /** The key of a group of files: 64 hexadecimal digits. */
  String of(String version, List<SourceFile> files) {
    MessageDigest digest = digest();
    digest.update(settings);
    add(digest, version);
    for (SourceFile file : files) {
      add(digest, file.path());
      add(digest, file.text());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Each word apart from the next. */
  private static void add(MessageDigest digest, String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
