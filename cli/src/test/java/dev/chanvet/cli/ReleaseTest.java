package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For which Java the code is written. */
class ReleaseTest {
  @TempDir Path folder;

  @Test
  void whatIsNewerInTheLanguageIsToldAndAnalysedAllTheSame() throws IOException {
    Programs.write(
        folder, "Bad.java", Programs.BAD.replace("Bad {", "Bad {\n  record P(int x) {}"));

    Cli run = check("--release=11");

    assertThat(run.out())
        .contains("Bad.java:4:3: Java 11 does not have this yet: records [newer-syntax]")
        .contains("error[double-close]");
    assertThat(check("--release=17").out()).doesNotContain("newer-syntax");
    assertThat(check().out()).doesNotContain("newer-syntax");
  }

  @Test
  void typesThatTheJdkHasGotSinceDoNotHideTheProjectsOwn() throws IOException {
    Programs.write(
        folder,
        "acme/SequencedMap.java",
        """
        package acme;
        import dev.chanvet.runtime.Channel;
        public class SequencedMap {
          private final Channel<String> changes = Channel.make();
          public void end() { changes.close(); }
        }
        """);
    Programs.write(
        folder,
        "shop/Shop.java",
        """
        package shop;
        import java.util.*;
        import acme.*;
        class Shop {
          public static void main(String[] args) {
            SequencedMap map = new SequencedMap();
            map.end();
            map.end();
          }
        }
        """);

    assertThat(check("--release=17").out()).contains("error[double-close]");
    assertThat(check("--release=21").out()).doesNotContain("error[double-close]");
  }

  @Test
  void theSettingsMayNameItAndTheCommandLineWins() throws IOException {
    Programs.write(
        folder, "Bad.java", Programs.BAD.replace("Bad {", "Bad {\n  record P(int x) {}"));
    Programs.write(folder, "chanvet.yml", "release: 8\n");

    assertThat(check().out()).contains("Java 8 does not have this yet");
    assertThat(check("--release=25").out()).doesNotContain("newer-syntax");
  }

  @Test
  void aReleaseThatIsNotKnownIsRefused() {
    Cli run = check("--release=7");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("releases of Java from 8 to 25 are known, not 7");
  }

  private Cli check(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "check";
    words[1] = folder.toString();
    System.arraycopy(options, 0, words, 2, options.length);
    return Cli.run(words);
  }
}
