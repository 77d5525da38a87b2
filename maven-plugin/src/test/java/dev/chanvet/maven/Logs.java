package dev.chanvet.maven;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** SARIF logs for tests. */
final class Logs {
  private Logs() {}

  /** A log of a run with some rules and no results. */
  static SarifLog withRules(List<String> rules) {
    ObjectNode root = Json.object().put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "chanvet");
    ArrayNode descriptors = driver.putArray("rules");
    rules.forEach(rule -> descriptors.addObject().put("id", rule));
    run.putArray("invocations").addObject().put("executionSuccessful", true);
    run.putArray("results");
    return new SarifLog(root);
  }

  /** Adds a result at 3:5 of a file. */
  static ObjectNode add(SarifLog log, String rule, String uri, String fingerprint) {
    ObjectNode result = log.results().addObject().put("ruleId", rule).put("level", "error");
    result
        .putObject("message")
        .put("text", "Second close after [the first](1). See: [made here](2), [closed here](1).");
    ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri);
    physical.putObject("region").put("startLine", 3).put("startColumn", 5);
    result.putObject("partialFingerprints").put("chanvet/v1", fingerprint);
    return result;
  }
}
