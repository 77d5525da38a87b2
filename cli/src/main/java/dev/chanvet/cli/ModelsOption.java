package dev.chanvet.cli;

import dev.chanvet.analyzer.syntax.InvalidModelException;
import dev.chanvet.analyzer.syntax.UserModels;
import dev.chanvet.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What other libraries do, in the words of models. */
final class ModelsOption {
  @Option(
      names = "--models",
      paramLabel = "FOLDER",
      description =
          "A folder with models of other libraries' classes; may be repeated. Those of the settings"
              + " come after it.")
  private List<Path> folders = List.of();

  /**
   * The models of the command line and of the settings.
   *
   * @throws UsageException if one cannot be read or is none
   */
  UserModels models(Config config) {
    List<Path> all = new ArrayList<>(folders);
    all.addAll(config.models());
    try {
      return UserModels.in(all);
    } catch (InvalidModelException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
