package dev.chanvet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The findings that a project has decided to live with for now, told by their fingerprints, which
 * stay the same while the code around them changes.
 *
 * @param entries sorted
 */
record Baseline(TreeSet<Entry> entries) {
  private static final int VERSION = 1;

  /** Under which the command writes fingerprints. */
  private static final String FINGERPRINT = "/partialFingerprints/chanvet~1v1";

  /**
   * A known finding.
   *
   * @param path as a URI, relative to the root of the repository
   */
  record Entry(String path, String rule, String fingerprint) implements Comparable<Entry> {
    static Entry of(JsonNode result) {
      return new Entry(
          result.at("/locations/0/physicalLocation/artifactLocation/uri").asText(),
          result.path("ruleId").asText(),
          result.at(FINGERPRINT).asText());
    }

    @Override
    public int compareTo(Entry other) {
      return key().compareTo(other.key());
    }

    /** The same for two entries that stand for the same finding, wherever its file lies now. */
    String identity() {
      return rule + "\n" + fingerprint;
    }

    private String key() {
      return path + "\n" + rule + "\n" + fingerprint;
    }
  }

  /** All findings of a log that the code does not allow. */
  static Baseline of(SarifLog log) {
    TreeSet<Entry> entries = new TreeSet<>();
    for (JsonNode result : log.results()) {
      if (!SarifLog.isAllowed(result)) {
        entries.add(Entry.of(result));
      }
    }
    return new Baseline(entries);
  }

  /**
   * Reads a baseline.
   *
   * @throws IOException if it cannot be read or is no baseline of a version that is known
   */
  static Baseline read(Path file) throws IOException {
    JsonNode root = Json.read(file);
    if (root.path("version").asInt() != VERSION || !root.path("findings").isArray()) {
      throw new IOException(file + " is no baseline of version " + VERSION);
    }
    TreeSet<Entry> entries = new TreeSet<>();
    for (JsonNode finding : root.path("findings")) {
      entries.add(
          new Entry(
              finding.path("path").asText(),
              finding.path("rule").asText(),
              finding.path("fingerprint").asText()));
    }
    return new Baseline(entries);
  }

  /** Writes the baseline: the same one always gives the same bytes. */
  void write(Path file) throws IOException {
    ObjectNode root = Json.object().put("version", VERSION);
    ArrayNode findings = root.putArray("findings");
    for (Entry entry : entries) {
      findings
          .addObject()
          .put("rule", entry.rule())
          .put("path", entry.path())
          .put("fingerprint", entry.fingerprint());
    }
    Json.write(root, file);
  }

  private Set<String> identities() {
    return entries.stream().map(Entry::identity).collect(Collectors.toSet());
  }

  /** Marks each result of a log as known or new. */
  void mark(SarifLog log) {
    Set<String> known = identities();
    for (JsonNode result : log.results()) {
      boolean old = known.contains(Entry.of(result).identity());
      ((ObjectNode) result).put(SarifLog.BASELINE_STATE, old ? SarifLog.UNCHANGED : "new");
    }
  }

  /** Takes the marks off a log that an earlier run has left there. */
  static void unmark(SarifLog log) {
    log.results().forEach(result -> ((ObjectNode) result).remove(SarifLog.BASELINE_STATE));
  }

  /**
   * The entries of a module that no result of its log is any more.
   *
   * @param module the module's folder
   */
  Baseline stale(SarifLog log, Path module, Places places) {
    Set<String> found = Baseline.of(log).identities();
    TreeSet<Entry> stale = new TreeSet<>();
    for (Entry entry : entries) {
      boolean here = places.file(entry.path()).startsWith(module);
      if (here && !found.contains(entry.identity())) {
        stale.add(entry);
      }
    }
    return new Baseline(stale);
  }

  /** This one with the entries of one module replaced by those of another baseline. */
  Baseline with(Baseline fresh, Path module, Places places) {
    TreeSet<Entry> merged = new TreeSet<>(fresh.entries());
    entries.stream()
        .filter(entry -> !places.file(entry.path()).startsWith(module))
        .forEach(merged::add);
    return new Baseline(merged);
  }
}
