package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What regions mean, whatever stands in the line before them. */
class RegionsTest {
  private static final String PROGRAM =
      """
      import dev.chanvet.runtime.Channel;

      class Odd {
        public static void main(String[] args) {
      \t\tChannel<String> names = Channel.make(3);
      \t\tnames.close(); /* \uD83D\uDE00 */ \\u006eames.clos\\u0065(); // \\u00e9
        }

        static void more() {
          Channel<String> x = Channel.make(); String s = "\\uD83D\\uDE00 \\uuu0041\uD83D\uDE00";\tx
              .send(
                  s);
        }
      }
      """;

  @Test
  void tabsLineEndsEmojiAndEscapesAreCounted(@TempDir Path folder) throws IOException {
    assertThat(regions(folder, PROGRAM)).containsExactly("clos\\u0065()", "send(\n            s)");
    assertThat(regions(folder, PROGRAM.replace("\n", "\r\n")))
        .containsExactly("clos\\u0065()", "send(\r\n            s)");
    assertThat(regions(folder, "\uFEFF" + PROGRAM.replace("\n", "\r")))
        .containsExactly("clos\\u0065()", "send(\r            s)");
  }

  @Test
  void pathsAreEncodedAndRelativeToTheRootOfTheRepository(@TempDir Path folder) throws IOException {
    Path repository = folder.resolve("the repo");
    Files.createDirectories(repository.resolve(".git"));
    Path file = Programs.write(repository, "über uns/a+b %41#?/Bad.java", Programs.BAD);

    JsonNode result = results(file).getFirst();

    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("%C3%BCber%20uns/a+b%20%2541%23%3F/Bad.java");
  }

  /** The text of each result's region, cut out of the file by its four numbers. */
  private static List<String> regions(Path folder, String text) throws IOException {
    List<String> regions = new ArrayList<>();
    for (JsonNode result : results(Programs.write(folder, "Odd.java", text))) {
      JsonNode region = result.at("/locations/0/physicalLocation/region");
      String[] lines = text.replace("\uFEFF", "").split("(?<=\n)|(?<=\r)(?!\n)");
      int first = region.path("startLine").asInt();
      int last = region.path("endLine").asInt();
      StringBuilder cut = new StringBuilder();
      for (int line = first; line <= last; line++) {
        int from = line == first ? region.path("startColumn").asInt() - 1 : 0;
        String of = lines[line - 1];
        cut.append(of, from, line == last ? region.path("endColumn").asInt() - 1 : of.length());
      }
      assertThat(region.at("/snippet/text").asText()).isEqualTo(cut.toString());
      regions.add(cut.toString());
    }
    return regions;
  }

  private static List<JsonNode> results(Path file) throws IOException {
    Cli cli = Cli.run("check", file.toString(), "--format", "sarif");
    List<JsonNode> results = new ArrayList<>();
    new ObjectMapper().readTree(cli.out()).at("/runs/0/results").forEach(results::add);
    return results;
  }
}
