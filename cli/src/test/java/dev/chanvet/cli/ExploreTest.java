package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code chanvet explore}. To accept other pictures: {@code mvn -pl cli -am test -Dtest=ExploreTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dchanvet.golden=accept}.
 */
class ExploreTest {
  private static final Path GOLDENS = Path.of("src/test/resources/golden/explore");

  private static final String PROGRAM =
      """
      import static dev.chanvet.runtime.Go.go;
      import static dev.chanvet.runtime.Select.*;

      import dev.chanvet.runtime.*;

      class Fetch {
        private final Channel<Integer> pages = Channel.make(1);
        private final Channel<Signal> quit = Channel.make();
        private boolean late;

        void fetch(int count) throws InterruptedException {
          for (int page = 1; page <= count; page++) {
            System.out.println("fetching " + page);
            pages.send(page);
          }
          synchronized (this) {
            late = true;
          }
        }

        int first() throws InterruptedException {
          return select(receive(pages), receive(quit).map(nothing -> 0));
        }

        public static void main(String[] args) throws InterruptedException {
          Fetch fetch = new Fetch();
          go(() -> fetch.fetch(3));
          fetch.first();
        }
      }
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Programs.write(folder, "Fetch.java", PROGRAM);
  }

  @Test
  void printsTheModelAndItsStates() throws IOException {
    assertGolden("fetch.text", Cli.run("explore", file + ":14"));
  }

  @Test
  void drawsTheStates() throws IOException {
    assertGolden("fetch.dot", Cli.run("explore", "--format", "dot", file + ":14"));
  }

  @Test
  void saysWhereItIsCut() throws IOException {
    Cli run = Cli.run("explore", "--states", "2", file + ":14");

    assertGolden("cut.text", run);
    assertThat(run.out()).contains("CUT at the bound", "CUT: not followed");
  }

  @Test
  void writesToAFile() throws IOException {
    Path target = folder.resolve("states.dot");

    Cli run = Cli.run("explore", "--format", "dot", "-o", target.toString(), file + ":14");

    assertThat(run).isEqualTo(new Cli(0, "", ""));
    assertThat(target).hasContent(Files.readString(GOLDENS.resolve("fetch.dot")));
  }

  @Test
  void saysWhatIsWrongWithThePlace() throws IOException {
    Path other = Programs.write(folder, "Other.java", "class Other { int one = 1; }\n");

    assertThat(Cli.run("explore", file.toString()))
        .isEqualTo(refused("not a place: " + file + "; it reads src/Orders.java:12"));
    assertThat(Cli.run("explore", folder + "/No.java:1"))
        .isEqualTo(refused("no such file: " + folder + "/No.java"));
    assertThat(Cli.run("explore", file + ":5")).isEqualTo(refused("no code in line 5 of " + file));
    assertThat(Cli.run("explore", other + ":1"))
        .isEqualTo(refused("nothing in " + other + " has to do with channels"));
    assertThat(Cli.run("explore", "--states", "0", file + ":14"))
        .isEqualTo(refused("--states needs a number of at least 1, not 0"));
  }

  private static Cli refused(String message) {
    return new Cli(2, "", "chanvet: " + message + System.lineSeparator());
  }

  private static void assertGolden(String name, Cli run) throws IOException {
    Path golden = GOLDENS.resolve(name);
    if ("accept".equals(System.getProperty("chanvet.golden"))) {
      Files.writeString(golden, run.out());
    }
    assertThat(run).isEqualTo(new Cli(0, Files.readString(golden), ""));
  }
}
