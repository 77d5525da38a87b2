package dev.chanvet.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/**
 * What a run of the command gave.
 *
 * @param code the exit code
 */
record Cli(int code, String out, String err) {

  static Cli run(String... args) {
    return run(false, Map.of(), args);
  }

  static Cli run(boolean terminal, Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err, true), terminal, terminal, environment);
    int code = Chanvet.run(console, args);
    console.out().flush();
    return new Cli(code, out.toString(), err.toString());
  }
}
