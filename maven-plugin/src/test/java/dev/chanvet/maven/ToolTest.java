package dev.chanvet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTest {
  @TempDir private Path folder;

  /** On the JDK of this test, which the build has chosen to be new enough. */
  private static Tool tool() {
    Path home = Path.of(System.getProperty("java.home"));
    String classpath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new Tool(
        Jdk.at(home).orElseThrow(),
        Stream.of(classpath.split(File.pathSeparator)).map(Path::of).toList());
  }

  @Test
  void returnsWhatTheCommandPrints() throws MojoExecutionException {
    assertThat(tool().run(folder, List.of("explain", "double-close"))).contains("double-close");
  }

  @Test
  void saysWhyTheCommandCannotDoItsWork() {
    assertThatThrownBy(() -> tool().run(folder, List.of("explain", "no such rule")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("no such rule");
  }

  @Test
  void saysWhichJavaCannotBeStarted() {
    Jdk none = new Jdk(folder, 21);
    assertThatThrownBy(() -> new Tool(none, List.of()).run(folder, List.of("rules")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("could not be run on");
  }
}
