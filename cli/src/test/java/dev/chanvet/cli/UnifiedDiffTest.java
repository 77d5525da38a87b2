package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {
  @TempDir Path folder;

  @Test
  void equalTextsHaveNone() {
    assertThat(UnifiedDiff.of("A", "a\nb\n", "a\nb\n")).isEmpty();
  }

  @Test
  void changesThatAreNearAreOneHunk() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

    assertThat(UnifiedDiff.of("A", before, before.replace("2\n", "").replace("7", "seven")))
        .isEqualTo(
            """
            --- a/A
            +++ b/A
            @@ -1,9 +1,8 @@
             1
            -2
             3
             4
             5
             6
            -7
            +seven
             8
             9
            """);
  }

  @Test
  void aMissingLineFeedIsTold() {
    assertThat(UnifiedDiff.of("A", "a", "b"))
        .isEqualTo(
            """
            --- a/A
            +++ b/A
            @@ -1 +1 @@
            -a
            \\ No newline at end of file
            +b
            \\ No newline at end of file
            """);
  }

  @Test
  void gitTurnsTheOneIntoTheOther() throws Exception {
    Cli.git(folder, "init", "--quiet");
    Random random = new Random(7);
    for (int i = 0; i < 12; i++) {
      String before = text(random, 40);
      String after = edited(before, random);
      String diff = UnifiedDiff.of("A", before, after);
      Programs.write(folder, "A", before);
      Programs.write(folder, "diff", diff);

      if (!diff.isEmpty()) {
        Cli.git(folder, "apply", "--whitespace=nowarn", "diff");
      }

      assertThat(Files.readString(folder.resolve("A"))).isEqualTo(after);
    }
  }

  private static String text(Random random, int lines) {
    return random.ints(lines, 0, 6).mapToObj(n -> "line " + n + "\n").collect(Collectors.joining());
  }

  private static String edited(String text, Random random) {
    return text.lines()
        .flatMap(line ->
            switch (random.nextInt(8)) {
              case 0 -> java.util.stream.Stream.<String>empty();
              case 1 -> java.util.stream.Stream.of(line, "line 7");
              default -> java.util.stream.Stream.of(line);
            })
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
