package dev.chanvet.analyzer.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Names for findings that survive edits.
 *
 * <p>A fingerprint is made of the rule, the declaration around the finding, the line's text without
 * its white space, and a number among findings that agree in all of these, in the order of the
 * file. So it stays when lines move, when a file moves, and when other declarations change; it
 * changes with the line itself, which is when somebody should look again. The message, the schedule
 * and the entry that it starts from do not count: edits elsewhere would change them.
 */
public final class Fingerprints {
  private final Map<Finding, String> byFinding;

  private Fingerprints(Map<Finding, String> byFinding) {
    this.byFinding = byFinding;
  }

  /**
   * @param findings sorted
   */
  static Fingerprints of(List<Finding> findings) {
    Map<Finding, String> fingerprints = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Finding finding : findings) {
      String key = key(finding);
      int ordinal = seen.merge(key, 1, Integer::sum);
      fingerprints.put(finding, digest(key + "\n" + ordinal));
    }
    return new Fingerprints(fingerprints);
  }

  /**
   * The fingerprint of a finding: 32 hexadecimal digits.
   *
   * @throws NoSuchElementException if it was not among those that were given names
   */
  public String of(Finding finding) {
    String fingerprint = byFinding.get(finding);
    if (fingerprint == null) {
      throw new NoSuchElementException(finding.site() + " " + finding.rule().id());
    }
    return fingerprint;
  }

  private static String key(Finding finding) {
    String line = finding.site().file().line(finding.site().line());
    return String.join(
        "\n", finding.rule().id(), finding.declaration(), line.replaceAll("\\s+", ""));
  }

  /** The first 16 bytes of a SHA-256, in hexadecimal. */
  private static String digest(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
