package dev.chanvet.cli.resident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/**
 * Where a resident process is found: a file that only its user can read.
 *
 * @param knock what a caller says first
 * @param answer what is said to that, so that no stranger at a port of old is told anything
 */
record Address(Path file, int port, String knock, String answer) {
  private static final int SECRET_BYTES = 16;

  /** An address with new secrets. */
  static Address of(Path file, int port) {
    SecureRandom random = new SecureRandom();
    return new Address(file, port, secret(random), secret(random));
  }

  private static String secret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** What the file says. */
  String line() {
    return port + " " + knock + " " + answer;
  }

  boolean isKnock(String word) {
    return MessageDigest.isEqual(
        knock.getBytes(StandardCharsets.UTF_8), word.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes the file appear as a whole, in the place of another one if there was one. */
  void publish() throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path draft = folder.resolve(file.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(draft);
    Files.newByteChannel(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        .close();
    Files.writeString(draft, line() + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Whether the file still leads here: another process may have taken it, or somebody deleted it.
   */
  boolean stands() {
    try {
      return Files.readString(file).equals(line() + "\n");
    } catch (IOException e) {
      return false;
    }
  }

  /** Removes the file if it leads here. */
  void withdraw() {
    if (stands()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // Then it leads nowhere, and callers find that out.
      }
    }
  }
}
