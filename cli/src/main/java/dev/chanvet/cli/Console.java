package dev.chanvet.cli;

import java.io.PrintWriter;
import java.util.Map;

/**
 * What the command talks to.
 *
 * @param out the report, unless it goes to a file
 * @param err everything else
 * @param outIsTerminal whether a person reads {@code out}
 * @param errIsTerminal whether a person reads {@code err}
 * @param environment variables such as {@code NO_COLOR}
 */
public record Console(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment) {

  public Console {
    environment = Map.copyOf(environment);
  }

  /** Whether colours are welcome if nobody asked: a person reads, and NO_COLOR is not set. */
  boolean prefersColor() {
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return outIsTerminal && !refused && !"dumb".equals(environment.get("TERM"));
  }
}
