package dev.chanvet.cli;

import dev.chanvet.config.ConfigFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chanvet init}: files to start with. Asks nothing and overwrites nothing. */
@Command(
    name = "init",
    description = "Writes settings and a hook to start with; what is there stays as it is.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Runnable {
  private static final String PRE_COMMIT = ".pre-commit-config.yaml";

  /** What runs chanvet before each commit. */
  enum Hook {
    GIT,
    PRE_COMMIT,
    NONE;

    @Override
    public String toString() { // as it is typed
      return this == PRE_COMMIT ? "pre-commit" : name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;

  @Parameters(
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "A folder of the project; default: the current one.")
  private Path start = Path.of(".");

  @Option(
      names = "--hook",
      paramLabel = "KIND",
      description = {
        "git, pre-commit or none; default: pre-commit if the project uses it,",
        "else git in a git repository, else none."
      })
  private @Nullable Hook hook;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (!Files.isDirectory(start)) {
      throw new UsageException(start + " is no folder");
    }
    Path root = Folders.root(start);
    write(
        root.resolve(ConfigFile.NAME),
        resource("chanvet.yml"),
        "the project's settings, all commented out");
    switch (hook != null ? hook : usual(root)) {
      case GIT -> writeGitHook(root);
      case PRE_COMMIT -> writePreCommit(root);
      case NONE -> {}
    }
  }

  private static Hook usual(Path root) {
    if (Files.exists(root.resolve(PRE_COMMIT))) {
      return Hook.PRE_COMMIT;
    }
    return Files.exists(root.resolve(".git")) ? Hook.GIT : Hook.NONE;
  }

  private void writeGitHook(Path root) {
    Git git = new Git(root, console.environment());
    List<String> words = git.words(List.of("rev-parse", "--git-path", "hooks"));
    Path file = root.resolve(words.getFirst().strip()).resolve("pre-commit");
    String text = resource("pre-commit");
    if (write(file, text, "checks what is staged before each commit")) {
      if (!file.toFile().setExecutable(true)) {
        throw new UsageException("cannot make " + Folders.shown(file) + " executable");
      }
    } else if (!mentionsChanvet(file)) {
      advise("call it from there", text.substring(text.lastIndexOf("exec ") + 5));
    }
  }

  private static boolean mentionsChanvet(Path file) {
    try {
      return Files.readString(file).contains("chanvet");
    } catch (IOException e) {
      return false; // then it is told once too often
    }
  }

  private void writePreCommit(Path root) {
    String text = resource("pre-commit-config.yaml");
    if (write(root.resolve(PRE_COMMIT), text, "for pre-commit; 'pre-commit install' turns it on")) {
      return;
    }
    advise("add this to its 'repos'", text.substring(text.indexOf('\n') + 1));
  }

  private void advise(String what, String text) {
    console.out().println("  " + what + ":");
    text.lines().forEach(line -> console.out().println("    " + line));
  }

  /** Writes a file unless there is one, and says which. */
  private boolean write(Path file, String text, String purpose) {
    String name = Folders.shown(file).toString();
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
      console.out().println("wrote " + name + ": " + purpose);
      return true;
    } catch (FileAlreadyExistsException e) {
      console.out().println("kept " + name + ": it is there already");
      return false;
    } catch (IOException e) {
      throw new UsageException("cannot write " + name + ": " + e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = InitCommand.class.getResourceAsStream("init/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
