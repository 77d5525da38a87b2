package dev.chanvet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding as the build's log shows it.
 *
 * @param place {@code path:line:column}
 * @param steps the schedule that reaches it, each as {@code path:line:column: what happens}
 */
record Finding(Level level, String place, String message, String rule, List<String> steps) {

  Finding {
    steps = List.copyOf(steps);
  }

  /** A result of a SARIF log. */
  static Finding of(JsonNode result, Places places) {
    List<String> steps = new ArrayList<>();
    for (JsonNode step : result.at("/codeFlows/0/threadFlows/0/locations")) {
      JsonNode location = step.path("location");
      steps.add(places.of(location) + ": " + location.at("/message/text").asText());
    }
    return new Finding(
        Level.of(result.path("level").asText()),
        places.of(result.at("/locations/0")),
        plain(result.at("/message/text").asText()),
        result.path("ruleId").asText(),
        steps);
  }

  /** Without the schedule, without the list of links, and with other links as their words. */
  private static String plain(String message) {
    int schedule = message.indexOf("\n\n");
    String text = schedule < 0 ? message : message.substring(0, schedule);
    String link = "\\[([^\\]]*)\\]\\(\\d+\\)";
    String list = " See: " + link + "(, " + link + ")*\\.$";
    return text.replaceAll(list, "").replaceAll(link, "$1");
  }

  /** As compilers have it, with the schedule below. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(place).append(": ").append(message).append(" [").append(rule).append("]");
    for (int i = 0; i < steps.size(); i++) {
      text.append(System.lineSeparator()).append("  %3d. ".formatted(i + 1)).append(steps.get(i));
    }
    return text.toString();
  }
}
