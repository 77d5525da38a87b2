package dev.chanvet.maven;

import dev.chanvet.config.Config;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** For which release of Java a module is compiled: what its compiler plugin is told. */
record CompilerRelease(MavenProject project, Properties commandLine) {

  /** That of the main sources or that of the tests, whichever is newer. */
  Optional<Integer> find() {
    Optional<Integer> main = first("default-compile", List.of("release", "source"));
    Optional<Integer> tests =
        first("default-testCompile", List.of("testRelease", "release", "testSource", "source"));
    return Stream.of(main, tests).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  /**
   * What the first of the parameters says that is given; the compiler plugin asks in this order.
   */
  private Optional<Integer> first(String execution, List<String> parameters) {
    Xpp3Dom configuration =
        project.getGoalConfiguration(
            "org.apache.maven.plugins", "maven-compiler-plugin", execution, null);
    return parameters.stream()
        .map(name -> value(configuration, name))
        .flatMap(word -> number(word).boxed())
        .findFirst();
  }

  /** As Maven has it: the pom's configuration, else a property, which the command line may set. */
  private @Nullable String value(@Nullable Xpp3Dom configuration, String name) {
    Xpp3Dom child = configuration == null ? null : configuration.getChild(name);
    String property = "maven.compiler." + name;
    return child != null
        ? child.getValue()
        : commandLine.getProperty(property, project.getProperties().getProperty(property));
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
