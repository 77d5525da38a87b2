package dev.chanvet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program of docs/runtime.md compiles and prints what the page says. */
class UserPageTest {
  private static final Pattern PROGRAM =
      Pattern.compile("```java\n(.*?)```\n+```text\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

  record Example(String name, String source, String output) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static String page() throws IOException {
    Path page = Path.of("..", "docs", "runtime.md");
    return Files.readString(Files.exists(page) ? page : Path.of("docs", "runtime.md"));
  }

  static Stream<Example> examples() throws IOException {
    return PROGRAM
        .matcher(page())
        .results()
        .map(result -> {
          Matcher name = CLASS.matcher(result.group(1));
          assertThat(name.find()).as(result.group(1)).isTrue();
          return new Example(name.group(1), result.group(1), result.group(2));
        });
  }

  @ParameterizedTest
  @MethodSource("examples")
  void printsWhatThePageSays(Example example, @TempDir Path folder) throws Exception {
    Path source = Files.writeString(folder.resolve(example.name() + ".java"), example.source());
    String classPath = System.getProperty("java.class.path");
    Process child = ChildJvm.start(List.of("-cp", classPath, source.toString()));
    assertThat(ChildJvm.end(Duration.ofSeconds(30), child).output()).isEqualTo(example.output());
  }

  @Test
  void everyProgramOfThePageIsTested() throws IOException {
    assertThat(examples()).hasSize(page().split("```java", -1).length - 1).hasSizeGreaterThan(5);
  }
}
