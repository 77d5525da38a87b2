package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
  @TempDir Path folder;

  @Test
  void aCleanProgram() throws IOException {
    Programs.write(folder, "Good.java", Programs.GOOD);

    Cli run = Cli.run("check", folder.toString());

    assertThat(run).isEqualTo(new Cli(0, "no findings in 1 file\n", ""));
  }

  @Test
  void aProgramWithAnError() throws IOException {
    Path bad = Programs.write(folder, "Bad.java", Programs.BAD);

    Cli run = Cli.run("check", folder.toString(), "--format", "concise");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith(bad + ":8:").endsWith(" [double-close]\n");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"error, 1", "warning, 1", "note, 1", "never, 0", "NEVER, 0"})
  void failOn(String level, int code) throws IOException {
    Programs.write(folder, "Bad.java", Programs.BAD);

    assertThat(Cli.run("check", folder.toString(), "--fail-on", level).code()).isEqualTo(code);
  }

  @Test
  void strictTellsWhatCouldNotBeAnalysed() throws IOException {
    Programs.write(folder, "Good.java", Programs.GOOD);
    Programs.write(folder, "Broken.java", Programs.GOOD.replace("Good {", "Broken { ((("));

    assertThat(Cli.run("check", folder.toString()).code()).isEqualTo(0);
    assertThat(Cli.run("check", "--strict", folder.toString()).code()).isEqualTo(3);
  }

  @Test
  void findingsCountMoreThanWhatIsIncomplete() throws IOException {
    Programs.write(folder, "Bad.java", Programs.BAD);
    Programs.write(folder, "Broken.java", Programs.GOOD.replace("Good {", "Broken { ((("));

    assertThat(Cli.run("check", "--strict", folder.toString()).code()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chek | Unmatched argument at index 0: 'chek'",
        "check --no-such-option | Unknown option: '--no-such-option'",
        "check --fail-on fatal | Invalid value for option '--fail-on'",
        "check -j 0 | --threads needs a number of at least 1, not 0",
        "check --select duoble-close | no rule is called 'duoble-close'; did you mean 'double-close'?",
        "check --ignore x | no rule is called 'x'; 'chanvet rules' lists them all",
        "explain duble-close | no rule is called 'duble-close'; did you mean 'double-close'?",
        "check --output html5=x | no format is called 'html5'",
        "check --output sarif=/ | cannot write to /: it is a folder",
        "check --output no/such/folder/x | cannot write to no/such/folder/x: there is no folder",
        "check --output json=x --output sarif=./x | two reports would go to ./x",
        "check --classpath no/such.jar | the classpath names no/such.jar, which does not exist",
      })
  void wrongUsageIsOneClearLine(String words, String message) {
    Cli run = Cli.run(words.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("chanvet: " + message);
    assertThat(run.err().lines().filter(line -> !line.startsWith("Try '"))).hasSize(1);
  }

  @Test
  void aFaultOfOurOwnIsAnErrorAndNoFinding() {
    Cli run = Cli.run("check", "--classpath", "\0");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("chanvet: ");
  }
}
