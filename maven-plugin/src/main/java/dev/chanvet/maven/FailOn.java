package dev.chanvet.maven;

import dev.chanvet.config.Config;
import dev.chanvet.config.Threshold;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;

/** From which level on findings count against the build. */
enum FailOn {
  ERROR,
  WARNING,
  NOTE,
  NEVER;

  /** What the settings of a project say, or else that warnings count. */
  static FailOn of(Config settings) {
    return switch (settings.failOn().orElse(Threshold.WARNING)) {
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case NOTE -> NOTE;
      case NEVER -> NEVER;
    };
  }

  /**
   * The value of {@code chanvet.failOn}.
   *
   * @throws MojoExecutionException if there is no such value
   */
  static FailOn of(String name) throws MojoExecutionException {
    for (FailOn value : values()) {
      if (value.label().equals(name.strip().toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    throw new MojoExecutionException(
        "chanvet.failOn is '" + name + "'; it can be error, warning, note or never");
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many of the findings count. */
  long count(List<Finding> findings) {
    return findings.stream().filter(finding -> counts(finding.level())).count();
  }

  private boolean counts(Level level) {
    return switch (this) {
      case ERROR -> level == Level.ERROR;
      case WARNING -> level != Level.NOTE;
      case NOTE -> true;
      case NEVER -> false;
    };
  }
}
