package dev.chanvet.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JDK that the analysis runs on: the module's toolchain, then Maven's own, then what the
 * environment names, then the other toolchains, then the newest that lies where JDKs usually lie.
 *
 * @param environment variables such as {@code JAVA_HOME}
 * @param userHome the user's folder
 */
record JdkSearch(
    ToolchainManager toolchains,
    MavenSession session,
    Map<String, String> environment,
    Path userHome) {

  private static final List<String> SYSTEM_FOLDERS =
      List.of(
          "/usr/lib/jvm",
          "/usr/lib64/jvm",
          "/usr/java",
          "/usr/local/java",
          "/opt",
          "/opt/java",
          "/Library/Java/JavaVirtualMachines",
          "C:/Program Files/Java",
          "C:/Program Files/Eclipse Adoptium",
          "C:/Program Files/Microsoft",
          "C:/Program Files/Zulu");

  private static final List<String> USER_FOLDERS =
      List.of(
          ".sdkman/candidates/java",
          ".jdks",
          ".jbang/cache/jdks",
          ".gradle/jdks",
          ".asdf/installs/java",
          ".local/share/mise/installs/java",
          "Library/Java/JavaVirtualMachines");

  JdkSearch {
    environment = Map.copyOf(environment);
  }

  /**
   * A JDK that is new enough.
   *
   * @param wanted its home, if the user says so; null to search
   * @throws MojoExecutionException if there is none, with a line that says what to do
   */
  Jdk find(@Nullable String wanted) throws MojoExecutionException {
    if (wanted != null) {
      return Jdk.at(Path.of(wanted))
          .filter(Jdk::isNewEnough)
          .orElseThrow(() ->
              new MojoExecutionException(
                  "chanvet.javaHome names " + wanted + ", which is no JDK 21 or later"));
    }
    Stream<Supplier<Stream<Jdk>>> places =
        Stream.of(this::selected, this::own, this::named, this::configured, this::installed);
    return places
        .flatMap(Supplier::get)
        .filter(Jdk::isNewEnough)
        .findFirst()
        .orElseThrow(() ->
            new MojoExecutionException(
                "chanvet needs a JDK 21 or later and found none: install one, list it in"
                    + " ~/.m2/toolchains.xml, or name its home with -Dchanvet.javaHome"));
  }

  private Stream<Jdk> selected() {
    Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
    return toolchain == null ? Stream.empty() : of(toolchain);
  }

  private Stream<Jdk> own() {
    return Jdk.at(Path.of(System.getProperty("java.home"))).stream();
  }

  private Stream<Jdk> named() {
    Stream<String> first = Stream.of("CHANVET_JAVA_HOME", "JAVA_HOME", "JDK_HOME");
    Stream<String> others =
        environment.keySet().stream()
            .filter(name -> name.matches("JAVA_?\\d+_HOME(_.*)?"))
            .sorted(Comparator.reverseOrder());
    return Stream.concat(first, others)
        .map(name -> environment.getOrDefault(name, ""))
        .filter(home -> !home.isEmpty())
        .flatMap(home -> Jdk.at(Path.of(home)).stream());
  }

  private Stream<Jdk> configured() {
    return toolchains
        .getToolchains(session, "jdk", Map.of("version", "[" + Jdk.OLDEST + ",)"))
        .stream()
        .flatMap(JdkSearch::of);
  }

  private static Stream<Jdk> of(Toolchain toolchain) {
    String java = toolchain.findTool("java");
    Path bin = java == null ? null : Path.of(java).getParent();
    Path home = bin == null ? null : bin.getParent();
    return home == null ? Stream.empty() : Jdk.at(home).stream();
  }

  private Stream<Jdk> installed() {
    return Stream.concat(
            SYSTEM_FOLDERS.stream().map(Path::of), USER_FOLDERS.stream().map(userHome::resolve))
        .flatMap(folder -> children(folder).stream())
        .flatMap(child -> Stream.of(child, child.resolve("Contents").resolve("Home")))
        .flatMap(home -> Jdk.at(home).stream())
        .sorted(Comparator.comparingInt(Jdk::feature).reversed().thenComparing(jdk -> jdk.home()));
  }

  private static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
        found.forEach(children::add);
      } catch (IOException e) {
        return List.of(); // a folder that may not be read holds no JDK that may be used
      }
    }
    return children;
  }
}
