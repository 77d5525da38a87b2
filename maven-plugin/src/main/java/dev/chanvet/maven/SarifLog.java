package dev.chanvet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A SARIF log with one run, as the command writes it.
 *
 * @param root the whole log; changed by those who add to it
 */
record SarifLog(ObjectNode root) {
  /** Which findings are known already. */
  static final String BASELINE_STATE = "baselineState";

  static final String UNCHANGED = "unchanged";

  /**
   * @throws IOException if the file cannot be read or is no SARIF log
   */
  static SarifLog read(Path file) throws IOException {
    JsonNode root = Json.read(file);
    if (root instanceof ObjectNode object && object.at("/runs/0/results").isArray()) {
      return new SarifLog(object);
    }
    throw new IOException(file + " is no SARIF log with results");
  }

  /** Replaces the file. */
  void write(Path file) throws IOException {
    Json.write(root, file);
  }

  ObjectNode run() {
    return (ObjectNode) root.at("/runs/0");
  }

  ArrayNode results() {
    return (ArrayNode) root.at("/runs/0/results");
  }

  /** The results that are neither allowed in the code nor in the baseline. */
  List<Finding> findings(Places places) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode result : results()) {
      if (!isAllowed(result) && !isKnown(result)) {
        findings.add(Finding.of(result, places));
      }
    }
    return findings;
  }

  /** How many results the code allows. */
  long allowed() {
    return count(results(), SarifLog::isAllowed);
  }

  /** How many results are in the baseline, without those that the code allows. */
  long known() {
    return count(results(), result -> !isAllowed(result) && isKnown(result));
  }

  /** What was not analysed, or less exactly than it could have been; a line for each. */
  List<String> gaps(Places places) {
    List<String> gaps = new ArrayList<>();
    for (JsonNode notification : run().at("/invocations/0/toolExecutionNotifications")) {
      if (Level.of(notification.path("level").asText()) != Level.NOTE) {
        JsonNode location = notification.at("/locations/0");
        String where = location.isMissingNode() ? "" : places.of(location) + ": ";
        String code = notification.at("/descriptor/id").asText();
        gaps.add(where + notification.at("/message/text").asText() + " [" + code + "]");
      }
    }
    return gaps;
  }

  static boolean isAllowed(JsonNode result) {
    return !result.path("suppressions").isEmpty();
  }

  private static boolean isKnown(JsonNode result) {
    return result.path(BASELINE_STATE).asText().equals(UNCHANGED);
  }

  private static long count(ArrayNode results, Predicate<JsonNode> condition) {
    long count = 0;
    for (JsonNode result : results) {
      count += condition.test(result) ? 1 : 0;
    }
    return count;
  }
}
