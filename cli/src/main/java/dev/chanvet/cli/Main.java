package dev.chanvet.cli;

/** Where the {@code chanvet} command starts. */
public final class Main {
  /**
   * Set by the launcher: which of {@code out} and {@code err} are terminals. Java 21 cannot tell.
   */
  private static final String TERMINALS = "chanvet.terminals";

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    Console console =
        Console.on(System.out, System.err, System.getProperty(TERMINALS, ""), System.getenv());
    int code = Chanvet.run(console, args);
    console.out().flush();
    System.exit(code);
  }
}
