package dev.chanvet.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * An installed JDK.
 *
 * @param feature its version, such as 21
 */
record Jdk(Path home, int feature) {
  /** The oldest that the analysis runs on. */
  static final int OLDEST = 21;

  /**
   * The JDK in a folder, told by its {@code release} file, so that nothing is started; empty if
   * there is none. A home without a compiler is only a JRE, which may lack the classes that the
   * analysed code is resolved against.
   */
  static Optional<Jdk> at(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !hasTool(home, "java") || !hasTool(home, "javac")) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return feature(properties.getProperty("JAVA_VERSION", "")).map(f -> new Jdk(home, f));
  }

  private static boolean hasTool(Path home, String name) {
    Path bin = home.resolve("bin");
    return Files.isExecutable(bin.resolve(name)) || Files.isExecutable(bin.resolve(name + ".exe"));
  }

  private static Optional<Integer> feature(String version) {
    try {
      return Optional.of(Runtime.Version.parse(version.replace("\"", "").strip()).feature());
    } catch (IllegalArgumentException e) { // 1.8.0_402 and the like
      return Optional.empty();
    }
  }

  boolean isNewEnough() {
    return feature >= OLDEST;
  }

  /** What starts a JVM. */
  Path java() {
    Path windows = home.resolve("bin").resolve("java.exe");
    return Files.exists(windows) ? windows : home.resolve("bin").resolve("java");
  }
}
