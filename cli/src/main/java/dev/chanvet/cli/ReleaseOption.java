package dev.chanvet.cli;

import dev.chanvet.analyzer.syntax.JavaRelease;
import dev.chanvet.config.Config;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What Java the code is written for. */
final class ReleaseOption {
  @Option(
      names = "--release",
      paramLabel = "N",
      description = {
        "The release of Java that the code is written for, as javac has it;",
        "default: the newest language and the types of the JDK that runs."
      })
  private @Nullable Integer release;

  /**
   * The release that the command line names, or else the settings.
   *
   * @throws UsageException if it is not known
   */
  JavaRelease release(Config config) {
    Optional<Integer> number = Optional.ofNullable(release).or(config::release);
    try {
      return number.map(JavaRelease::new).orElse(JavaRelease.ANY);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
