package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What README.md shows is what the command prints, to the letter. */
class ReadmeTest {
  /** Tests run in the folder of their module. */
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void theFirstFindingThatANewUserSees() throws Exception {
    Cli run = Cli.in(ROOT, "check", "--no-cache", "scripts/warm-up");

    assertThat(readme()).contains("`./chanvet check scripts/warm-up`", block(run.out()));
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void theSameFindingWhenItIsCommitted() throws Exception {
    Cli run = Cli.in(ROOT, "check", "--no-cache", "scripts/warm-up");

    assertThat(readme()).contains(run.out().replace("scripts/warm-up/", "src/"));
  }

  @Test
  void theFixThatIsOffered() throws Exception {
    Cli run = Cli.in(ROOT, "check", "--no-cache", "--diff", "scripts/warm-up");

    assertThat(readme()).contains(block("$ ./chanvet check --diff scripts/warm-up\n" + run.out()));
  }

  private static String block(String text) {
    return "```\n" + text + "```\n";
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
