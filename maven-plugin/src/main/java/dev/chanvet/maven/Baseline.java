package dev.chanvet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The findings that a project has decided to live with for now, told by their fingerprints, which
 * stay the same while the code around them changes. The file is that of {@code chanvet baseline}.
 *
 * @param entries sorted
 */
record Baseline(TreeSet<Entry> entries) {
  private static final String HEADER =
      """
      # Findings that chanvet does not report again. Written by: chanvet baseline
      # The first word recognizes a finding; the rest is for people.
      """;

  private static final Pattern ENTRY = Pattern.compile("([0-9a-f]+) ([a-z-]+) (.*):(\\d{1,9})");

  /** Under which the command writes fingerprints. */
  private static final String FINGERPRINT = "/partialFingerprints/chanvet~1v1";

  /**
   * A known finding.
   *
   * @param path relative to the root of the repository, with forward slashes
   * @param line where it was; for people
   */
  record Entry(String fingerprint, String rule, String path, int line)
      implements Comparable<Entry> {

    static Entry of(JsonNode result) {
      JsonNode physical = result.at("/locations/0/physicalLocation");
      return new Entry(
          result.at(FINGERPRINT).asText(),
          result.path("ruleId").asText(),
          URI.create(physical.at("/artifactLocation/uri").asText()).getPath(),
          physical.at("/region/startLine").asInt());
    }

    boolean isIn(Path module, Places places) {
      return places.sources().resolve(path).normalize().startsWith(module);
    }

    @Override
    public int compareTo(Entry other) {
      return toString().compareTo(other.toString());
    }

    /** As it stands in the file. */
    @Override
    public String toString() {
      return fingerprint + " " + rule + " " + path + ":" + line;
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
   * Reads a baseline; blank lines and those that begin with {@code #} do not matter.
   *
   * @throws IOException if it cannot be read or a line is no entry
   */
  static Baseline read(Path file) throws IOException {
    TreeSet<Entry> entries = new TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        int number = Integer.parseInt(entry.group(4));
        entries.add(new Entry(entry.group(1), entry.group(2), entry.group(3), number));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IOException(file + " has a line that is no entry of a baseline: " + line);
      }
    }
    return new Baseline(entries);
  }

  /** Writes the baseline: the same one always gives the same bytes. */
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    entries.forEach(entry -> text.append(entry).append('\n'));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }

  private Set<String> identities() {
    return entries.stream().map(Entry::fingerprint).collect(Collectors.toSet());
  }

  /** Marks each result of a log as known or new. */
  void mark(SarifLog log) {
    Set<String> known = identities();
    for (JsonNode result : log.results()) {
      boolean old = known.contains(Entry.of(result).fingerprint());
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
      if (entry.isIn(module, places) && !found.contains(entry.fingerprint())) {
        stale.add(entry);
      }
    }
    return new Baseline(stale);
  }

  /** This one with the entries of one module replaced by those of another baseline. */
  Baseline with(Baseline fresh, Path module, Places places) {
    TreeSet<Entry> merged = new TreeSet<>(fresh.entries());
    entries.stream().filter(entry -> !entry.isIn(module, places)).forEach(merged::add);
    return new Baseline(merged);
  }
}
