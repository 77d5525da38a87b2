package dev.chanvet.cli;

import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.config.Config;
import dev.chanvet.config.ConfigFile;
import dev.chanvet.rules.Rules;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the project's settings are. */
final class ConfigOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "The project's settings; default: the chanvet.yml that is nearest to the paths,",
        "in a folder around them up to the root of their git repository."
      })
  private @Nullable Path file;

  @Option(names = "--no-config", description = "Read no settings.")
  private boolean none;

  /**
   * The settings of the project that some paths belong to.
   *
   * @throws dev.chanvet.config.ConfigException if they cannot be read
   */
  Config read(List<String> paths) {
    if (none) {
      return Config.NONE;
    }
    Optional<ConfigFile> found =
        file != null ? Optional.of(new ConfigFile(file)) : ConfigFile.above(around(paths));
    return found.map(config -> config.read(ruleIds())).orElse(Config.NONE);
  }

  private static List<String> ruleIds() {
    return Rules.all().stream().map(Rule::info).map(info -> info.id()).toList();
  }

  /** The innermost folder around all paths. */
  private static Path around(List<String> paths) {
    List<Path> folders =
        paths.stream().map(ConfigOptions::folder).flatMap(Optional::stream).toList();
    Path common = folders.isEmpty() ? Path.of("").toAbsolutePath() : folders.getFirst();
    for (Path folder : folders) {
      for (Path up = common; !folder.startsWith(common) && up != null; up = up.getParent()) {
        common = up;
      }
    }
    return common;
  }

  private static Optional<Path> folder(String name) {
    try {
      Path path = Path.of(name).toAbsolutePath().normalize();
      return Files.isDirectory(path) ? Optional.of(path) : Optional.ofNullable(path.getParent());
    } catch (InvalidPathException e) {
      return Optional.empty(); // it is told when the file is read
    }
  }
}
