package dev.chanvet.analyzer.report;

import dev.chanvet.analyzer.finding.Severity;

/** Colours for a terminal, or none. */
record Ink(boolean color) {
  private static final String OFF = "\u001B[0m";

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("1;31", text);
      case WARNING -> paint("1;33", text);
      case NOTE -> paint("1;36", text);
    };
  }

  String bold(String text) {
    return paint("1", text);
  }

  /** Line numbers, frames and paths. */
  String faint(String text) {
    return paint("2", text);
  }

  /** A goroutine's name: each number has a colour of its own, as far as there are colours. */
  String goroutine(int number, String text) {
    String[] colors = {"36", "35", "33", "32", "34"};
    return paint(colors[Math.floorMod(number, colors.length)], text);
  }

  private String paint(String code, String text) {
    return color && !text.isEmpty() ? "\u001B[" + code + "m" + text + OFF : text;
  }
}
