package dev.chanvet.analyzer.report;

import java.util.Locale;

/** The formats by name. */
public enum Format {
  /** For people: code, marked, with the schedule below it. */
  TEXT,
  /** One line for each finding. */
  CONCISE,
  /** Everything, in a shape of our own; see {@code docs/json.md}. */
  JSON,
  /** SARIF 2.1.0: editors, GitHub, build servers. */
  SARIF,
  /** Annotations of a GitHub workflow. */
  GITHUB,
  /** Checkstyle's XML, which most build servers read. */
  CHECKSTYLE,
  /** JUnit's XML: a failed test for each finding. */
  JUNIT,
  /** One page for a browser, with the schedules as diagrams. */
  HTML;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Makes a report of this format. Only then are the format's libraries loaded. */
  public Report report() {
    return switch (this) {
      case TEXT -> new TextReport();
      case CONCISE -> new ConciseReport();
      case JSON -> new JsonReport();
      case SARIF -> new SarifReport();
      case GITHUB -> new GithubReport();
      case CHECKSTYLE -> new CheckstyleReport();
      case JUNIT -> new JunitReport();
      case HTML -> new HtmlReport();
    };
  }
}
