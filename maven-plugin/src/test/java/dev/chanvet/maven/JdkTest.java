package dev.chanvet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkTest {
  @TempDir private Path home;

  private void install(String release, String... tools) throws IOException {
    Files.writeString(home.resolve("release"), release);
    Files.createDirectories(home.resolve("bin"));
    for (String tool : tools) {
      Path file = Files.writeString(home.resolve("bin").resolve(tool), "");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"17.0.9, 17, false", "21, 21, true", "25.0.1, 25, true", "26-ea, 26, true"})
  void readsTheVersionFromTheReleaseFile(String version, int feature, boolean newEnough)
      throws IOException {
    install("IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n", "java", "javac");
    Jdk jdk = Jdk.at(home).orElseThrow();
    assertThat(jdk.feature()).isEqualTo(feature);
    assertThat(jdk.isNewEnough()).isEqualTo(newEnough);
    assertThat(jdk.java()).isEqualTo(home.resolve("bin/java"));
  }

  @Test
  void aRuntimeWithoutCompilerIsNone() throws IOException {
    install("JAVA_VERSION=\"25\"\n", "java");
    assertThat(Jdk.at(home)).isEmpty();
  }

  @Test
  void anOldOrUnreadableVersionIsNone() throws IOException {
    install("JAVA_VERSION=\"1.8.0_402\"\n", "java", "javac");
    assertThat(Jdk.at(home)).isEmpty();
    install("nothing here\n", "java", "javac");
    assertThat(Jdk.at(home)).isEmpty();
  }

  @Test
  void anEmptyFolderIsNone() {
    assertThat(Jdk.at(home)).isEmpty();
  }
}
