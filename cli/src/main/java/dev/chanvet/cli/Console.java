package dev.chanvet.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  /**
   * A console of two streams of bytes.
   *
   * @param terminals which of {@code out} and {@code err} are terminals, with a comma between them
   */
  public static Console on(
      OutputStream out, OutputStream err, String terminals, Map<String, String> environment) {
    List<String> names = List.of(terminals.split(","));
    boolean outIsTerminal = names.contains("out");
    // What goes to a program or a file is UTF-8, whatever the locale says.
    Charset charset = outIsTerminal ? System.out.charset() : StandardCharsets.UTF_8;
    return new Console(
        new PrintWriter(out, false, charset),
        new PrintWriter(err, true, System.err.charset()),
        outIsTerminal,
        names.contains("err"),
        environment);
  }

  /** Whether colours are welcome if nobody asked: a person reads, and NO_COLOR is not set. */
  boolean prefersColor() {
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return outIsTerminal && !refused && !"dumb".equals(environment.get("TERM"));
  }
}
