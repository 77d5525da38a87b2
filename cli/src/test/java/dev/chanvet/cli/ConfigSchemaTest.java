package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.syntax.JavaRelease;
import dev.chanvet.config.Config;
import dev.chanvet.config.ConfigException;
import dev.chanvet.config.ConfigFile;
import dev.chanvet.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The schema that editors use says what the reader of the settings does. After a change of the
 * rules: {@code mvn -pl cli -am test -Dtest=ConfigSchemaTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dchanvet.golden=accept}.
 */
class ConfigSchemaTest {
  private static final Path SCHEMA = Path.of("../docs/schema/chanvet-config.schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void itKnowsTheRules() throws IOException {
    ObjectNode schema = (ObjectNode) JSON.readTree(SCHEMA.toFile());
    ArrayNode known = (ArrayNode) schema.at("/$defs/rule/enum");
    List<String> before = new ArrayList<>();
    known.forEach(id -> before.add(id.asText()));
    if ("accept".equals(System.getProperty("chanvet.golden"))) {
      known.removeAll();
      ruleIds().forEach(known::add);
      Files.writeString(SCHEMA, schema.toPrettyString() + "\n");
    }

    assertThat(before).isEqualTo(ruleIds());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rules:",
        "rules: {select: all, ignore: [double-close], levels: {leaked-sender: off}}",
        "paths: {include: [src, lib], exclude: '*IT.java'}",
        "overrides: [{paths: src, ignore: all, levels: {all: note, double-close: error}}]",
        "owners: {live-on: ['@Daemon']}",
        "{fail-on: never, baseline: known.txt, models: [a, b], release: 17}",
      })
  void bothTake(String text) throws IOException {
    assertThat(errors(text)).isEmpty();
    assertThatCode(() -> read(text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-such-key: 1",
        "[]",
        "rules: [all]",
        "rules: {no-such-key: 1}",
        "rules: {select: [no-such-rule]}",
        "rules: {ignore: all}",
        "rules: {levels: {double-close: fatal}}",
        "rules: {levels: {all: note}}",
        "paths: {no-such-key: 1}",
        "paths: {include: [[a]]}",
        "overrides: src",
        "overrides: [{ignore: all}]",
        "overrides: [{paths: src, no-such-key: 1}]",
        "owners: ['@Daemon']",
        "fail-on: off",
        "baseline: [a]",
        "release: 7",
        "release: 26",
        "release: newest",
      })
  void bothRefuse(String text) throws IOException {
    assertThat(errors(text)).isNotEmpty();
    assertThatThrownBy(() -> read(text)).isInstanceOf(ConfigException.class);
  }

  @Test
  void bothEndsOfTheReleasesAreThoseThatTheAnalysisKnows() {
    assertThat(List.of(Config.OLDEST_RELEASE, Config.NEWEST_RELEASE))
        .containsExactly(JavaRelease.OLDEST, JavaRelease.NEWEST);
  }

  private static List<Error> errors(String text) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    Object value = new Load(LoadSettings.builder().build()).loadFromString(text);
    JsonNode json = JSON.valueToTree(value);
    return schema.validate(json.toString(), InputFormat.JSON);
  }

  private void read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("chanvet.yml"), text);
    new ConfigFile(file).read(ruleIds());
  }

  private static List<String> ruleIds() {
    return Rules.all().stream().map(Rule::info).map(info -> info.id()).sorted().toList();
  }
}
