package dev.chanvet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins logs of the same tool to a log with one run: code hosts accept no second run of the same
 * tool.
 */
final class Aggregation {
  private Aggregation() {}

  /**
   * One log with all results, in the order of the logs.
   *
   * @param logs at least one; not changed
   */
  static SarifLog of(List<SarifLog> logs) {
    SarifLog all = new SarifLog(logs.get(0).root().deepCopy());
    ObjectNode driver = (ObjectNode) all.run().at("/tool/driver");
    List<String> rules = join(driver, "rules", logs);
    join(driver, "notifications", logs);
    ArrayNode results = all.results().removeAll();
    ArrayNode said = Json.object().arrayNode();
    for (SarifLog log : logs) {
      log.results().forEach(result -> results.add(result.deepCopy()));
      said.addAll((ArrayNode) notifications(log).deepCopy());
    }
    for (JsonNode result : results) {
      ((ObjectNode) result).put("ruleIndex", rules.indexOf(result.path("ruleId").asText()));
    }
    complete(results, "baselineState", Json.object().textNode("new"));
    complete(results, "suppressions", Json.object().arrayNode());
    if (!said.isEmpty()) {
      ((ObjectNode) all.run().at("/invocations/0")).set("toolExecutionNotifications", said);
    }
    return all;
  }

  private static JsonNode notifications(SarifLog log) {
    JsonNode said = log.run().at("/invocations/0/toolExecutionNotifications");
    return said.isArray() ? said : Json.object().arrayNode();
  }

  /** Joins lists of what has an id; returns the ids in their new order. */
  private static List<String> join(ObjectNode driver, String member, List<SarifLog> logs) {
    Map<String, JsonNode> all = new TreeMap<>();
    for (SarifLog log : logs) {
      log.run()
          .at("/tool/driver/" + member)
          .forEach(entry -> all.putIfAbsent(entry.path("id").asText(), entry.deepCopy()));
    }
    if (!all.isEmpty()) {
      driver.putArray(member).addAll(all.values());
    }
    return new ArrayList<>(all.keySet());
  }

  /** A member that one result has must be there in all: so the standard wants it. */
  private static void complete(ArrayNode results, String member, JsonNode otherwise) {
    boolean any = false;
    for (JsonNode result : results) {
      any |= result.has(member);
    }
    for (JsonNode result : results) {
      if (any && !result.has(member)) {
        ((ObjectNode) result).set(member, otherwise.deepCopy());
      }
    }
  }
}
