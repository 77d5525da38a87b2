package dev.chanvet.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Explorations;
import dev.chanvet.analyzer.explore.Fault;
import dev.chanvet.analyzer.explore.Limits;
import dev.chanvet.analyzer.explore.Stuck;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.lower.Lowering;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small programs on each model. A line that closes the nil channel is marked {@code // reached} if
 * some interleaving gets there, a line where a goroutine can be stuck for good {@code // stuck};
 * there are no others.
 */
class ModelProgramsTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/dev/chanvet/analyzer/model");

  static List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void linesAreReachedAndGoroutinesStuckWhereTheProgramSays(Path program) throws IOException {
    List<Notification> notifications = new ArrayList<>();
    SourceFile source = SourceFile.of(program.getFileName().toString(), Files.readString(program));
    List<Exploration> explorations =
        new Explorations(Lowering.lower(List.of(source), notifications::add), Limits.DEFAULT)
            .explore();

    assertThat(notifications).isEmpty();
    assertThat(explorations).isNotEmpty().allMatch(Exploration::complete);
    assertThat(reached(explorations)).as("reached").isEqualTo(marked(program, "// reached"));
    assertThat(stuck(explorations)).as("stuck").isEqualTo(marked(program, "// stuck"));
  }

  private static Set<Integer> reached(List<Exploration> explorations) {
    Set<Integer> lines = new TreeSet<>();
    for (Exploration exploration : explorations) {
      for (Exploration.Crash crash : exploration.crashes()) {
        Fault fault = crash.fault();
        if (fault.primitive() == Primitive.CLOSE) {
          lines.add(fault.site().line());
        }
      }
    }
    return lines;
  }

  private static Set<Integer> stuck(List<Exploration> explorations) {
    Set<Integer> lines = new TreeSet<>();
    for (Exploration exploration : explorations) {
      for (Stuck stuck : exploration.stuck()) {
        for (Blocked blocked : stuck.blocked()) {
          lines.add(blocked.site().line());
        }
      }
    }
    return lines;
  }

  private static Set<Integer> marked(Path program, String marker) throws IOException {
    List<String> lines = Files.readAllLines(program);
    Set<Integer> marked = new TreeSet<>();
    IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).endsWith(marker))
        .forEach(i -> marked.add(i + 1));
    return marked;
  }
}
