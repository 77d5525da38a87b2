package dev.chanvet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
  private static final Path FOLDER = Path.of("/project");
  private static final List<String> RULES =
      List.of("double-close", "leaked-sender", "leaked-receiver", "busy-select");

  @Test
  void everythingThatCanBeSaid() {
    Config config =
        read(
            """
            rules:
              select: [all]
              ignore:
                - leaked-sender
              levels:
                double-close: note
                busy-select: off
            paths:
              include: src
              exclude: ["**/generated/**", '*IT.java']
            overrides:
              - paths: src/test
                ignore: [leaked-receiver]
                levels:
                  all: warning
            owners:
              live-on: ["@Daemon", org.acme.Pump]
            fail-on: error
            baseline: build/known.txt
            models: [models, ../shared]
            """);

    assertThat(config.select()).containsExactly("all");
    assertThat(config.ignore()).containsExactly("leaked-sender");
    assertThat(config.levels())
        .isEqualTo(Map.of("double-close", Level.NOTE, "busy-select", Level.OFF));
    assertThat(config.liveOn()).containsExactly("@Daemon", "org.acme.Pump");
    assertThat(config.failOn()).contains(Threshold.ERROR);
    assertThat(config.baseline()).contains(Path.of("/project/build/known.txt"));
    assertThat(config.models()).containsExactly(Path.of("/project/models"), Path.of("/shared"));
    assertThat(config.takes(Path.of("/project/src/A.java"))).isTrue();
    assertThat(config.takes(Path.of("/project/src/generated/A.java"))).isFalse();
    assertThat(config.takes(Path.of("/project/src/AIT.java"))).isFalse();
    assertThat(config.takes(Path.of("/project/lib/A.java"))).isFalse();
    assertThat(config.takes(Path.of("/elsewhere/A.java"))).isTrue();
  }

  @Test
  void aLaterAndNarrowerLevelWins() {
    Config config =
        read(
            """
            rules: {levels: {double-close: error}}
            overrides:
              - {paths: src, levels: {all: warning}}
              - {paths: src/it, levels: {all: note, double-close: off}}
            """);

    assertThat(config.level("double-close", null)).contains(Level.ERROR);
    assertThat(config.level("leaked-sender", null)).isEmpty();
    assertThat(config.level("double-close", Path.of("/project/A.java"))).contains(Level.ERROR);
    assertThat(config.level("double-close", Path.of("/project/src/A.java")))
        .contains(Level.WARNING);
    assertThat(config.level("leaked-sender", Path.of("/project/src/it/A.java")))
        .contains(Level.NOTE);
    assertThat(config.level("double-close", Path.of("/project/src/it/A.java"))).contains(Level.OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "---\n", "rules:\n", "rules:\n  select:\n", "{}"})
  void nothingMuch(String text) {
    assertThat(read(text).select()).isEmpty();
    assertThat(read(text).takesAll()).isTrue();
  }

  @Test
  void whatIsWrongIsOneLineWithItsPlace() {
    refused("rule:\n  select: [all]\n", "1: no key is called 'rule'; did you mean 'rules'?");
    refused("rules:\n  pick: []\n", "2: no key is called 'pick'; there are ignore, levels, select");
    refused(
        "rules:\n  select:\n    - duoble-close\n",
        "3: no rule is called 'duoble-close'; did you mean 'double-close'?");
    refused("rules: {ignore: x}", "1: no rule is called 'x'; 'chanvet rules' lists them all");
    refused(
        "rules:\n  levels:\n    double-close: fatal\n",
        "3: 'fatal' should be one of error, warning, note, off");
    refused("\nfail-on: fatal\n", "2: 'fatal' should be one of error, warning, note, never");
    refused("- rules\n", "1: the file should have keys and values");
    refused("rules: [all]\n", "1: 'rules' should have keys and values");
    refused("rules: {select: [[all]]}\n", "1: a word should stand here");
    refused("rules: {levels: [a]}\n", "1: 'levels' should have keys and values");
    refused("overrides: src\n", "1: 'overrides' should be a list");
    refused("overrides:\n  - ignore: all\n", "2: an entry of 'overrides' needs 'paths'");
    refused("baseline: a\nbaseline: b\n", "2: 'baseline' is there twice");
    refused("rules: {\n", "2: not YAML: expected the node content, but found '<stream end>'");
    refused(
        "a: 1\n\tb: 2\n",
        "2: not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ConfigException.class)
        .hasMessage("chanvet.yml:" + message);
  }

  private static Config read(String text) {
    return new ConfigReader("chanvet.yml", FOLDER, RULES).read(text);
  }
}
