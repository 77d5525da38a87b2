package dev.chanvet.cli;

import java.io.PrintWriter;
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
    Console console =
        new Console(
            new PrintWriter(System.out, false),
            new PrintWriter(System.err, true),
            terminals.contains("out"),
            terminals.contains("err"),
            System.getenv());
    int code = Chanvet.run(console, args);
    console.out().flush();
    System.exit(code);
  }
}
