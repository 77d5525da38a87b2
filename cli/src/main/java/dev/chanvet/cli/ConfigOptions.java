package dev.chanvet.cli;

import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.config.Config;
import dev.chanvet.config.ConfigFile;
import dev.chanvet.rules.Rules;
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
        file != null ? Optional.of(new ConfigFile(file)) : ConfigFile.above(Folders.around(paths));
    return found.map(config -> config.read(ruleIds())).orElse(Config.NONE);
  }

  private static List<String> ruleIds() {
    return Rules.all().stream().map(Rule::info).map(info -> info.id()).toList();
  }
}
