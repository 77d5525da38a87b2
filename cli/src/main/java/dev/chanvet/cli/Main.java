package dev.chanvet.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the {@code chanvet} command starts. */
public final class Main {
  /**
   * Set by the launcher: which of {@code out} and {@code err} are terminals. Java 21 cannot tell.
   */
  private static final String TERMINALS = "chanvet.terminals";

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    List<String> terminals = List.of(System.getProperty(TERMINALS, "").split(","));
    // What goes to a program or a file is UTF-8, whatever the locale says.
    Charset charset = terminals.contains("out") ? System.out.charset() : StandardCharsets.UTF_8;
    Console console =
        new Console(
            new PrintWriter(System.out, false, charset),
            new PrintWriter(System.err, true),
            terminals.contains("out"),
            terminals.contains("err"),
            System.getenv());
    int code = Chanvet.run(console, args);
    console.out().flush();
    System.exit(code);
  }
}
