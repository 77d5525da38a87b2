package dev.chanvet.maven;

import dev.chanvet.config.Config;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** For which release of Java a module is compiled: what its compiler plugin is told. */
final class CompilerRelease {
  private CompilerRelease() {}

  /** That of the main sources or that of the tests, whichever is newer. */
  static Optional<Integer> of(MavenProject project) {
    Xpp3Dom configuration =
        project.getGoalConfiguration(
            "org.apache.maven.plugins", "maven-compiler-plugin", null, null);
    Properties properties = project.getProperties();
    OptionalInt newest =
        Stream.of("release", "testRelease", "source", "testSource")
            .map(name -> {
              String written = value(configuration, name);
              return written != null ? written : properties.getProperty("maven.compiler." + name);
            })
            .flatMapToInt(CompilerRelease::number)
            .max();
    return newest.isPresent() ? Optional.of(newest.getAsInt()) : Optional.empty();
  }

  private static @Nullable String value(@Nullable Xpp3Dom configuration, String name) {
    Xpp3Dom child = configuration == null ? null : configuration.getChild(name);
    return child == null ? null : child.getValue();
  }

  /** Empty for what is no number of a release that is known. */
  static IntStream number(@Nullable String word) {
    String number = word == null ? "" : word.strip().replaceFirst("^1\\.", "");
    if (!number.matches("\\d{1,3}")) {
      return IntStream.empty();
    }
    int release = Integer.parseInt(number);
    return release < Config.OLDEST_RELEASE || release > Config.NEWEST_RELEASE
        ? IntStream.empty()
        : IntStream.of(release);
  }
}
