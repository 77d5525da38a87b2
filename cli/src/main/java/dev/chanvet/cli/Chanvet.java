package dev.chanvet.cli;

import dev.chanvet.config.ConfigException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command and what it does when something goes wrong. */
@Command(
    name = "chanvet",
    description = "Finds misuse of channels in Java, with the schedule that reaches it.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no finding at or above --fail-on",
      "1:findings at or above --fail-on",
      "2:wrong usage or configuration, or a fault of chanvet",
      "3:with --strict, something could not be analysed",
      "130:interrupted"
    })
public final class Chanvet {
  private Chanvet() {}

  /**
   * Runs a command line.
   *
   * @return the exit code
   */
  public static int run(Console console, String... args) {
    CommandLine command = new CommandLine(new Chanvet());
    subcommands(console, args.length == 0 ? "" : args[0]).forEach(command::addSubcommand);
    command.setOut(console.out());
    command.setErr(console.err());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setAbbreviatedOptionsAllowed(false);
    command.setParameterExceptionHandler((e, words) -> refuse(e, console.err()));
    command.setExecutionExceptionHandler((e, line, parsed) -> fail(e, console));
    try {
      return command.execute(args.length == 0 ? new String[] {"--help"} : args);
    } catch (Error e) { // such as a lack of memory; picocli handles exceptions only
      return fail(e, console);
    }
  }

  /** The one of that name, or else all: to make each of them takes picocli some milliseconds. */
  private static Collection<Object> subcommands(Console console, String name) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("check", () -> new CheckCommand(console));
    all.put("baseline", () -> new BaselineCommand(console));
    all.put("init", () -> new InitCommand(console));
    all.put("explain", () -> new ExplainCommand(console));
    all.put("explore", () -> new ExploreCommand(console));
    all.put("rules", () -> new RulesCommand(console));
    Supplier<Object> one = all.get(name);
    return one == null ? all.values().stream().map(Supplier::get).toList() : List.of(one.get());
  }

  private static int refuse(ParameterException e, PrintWriter err) {
    err.println("chanvet: " + e.getMessage());
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println("Try '" + name + " --help'.");
    return ExitCode.ERROR;
  }

  private static int fail(Throwable e, Console console) {
    if (e instanceof UsageException || e instanceof ConfigException) {
      console.err().println("chanvet: " + e.getMessage());
      return ExitCode.ERROR;
    }
    console.err().println("chanvet: internal error, please report it: " + e);
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    console.err().print(trace);
    console.err().flush();
    return ExitCode.ERROR;
  }
}
