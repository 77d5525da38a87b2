package dev.chanvet.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML into settings. */
final class ConfigReader {
  static final Set<String> KEYS =
      Set.of("rules", "paths", "overrides", "owners", "fail-on", "baseline", "models", "release");
  static final Set<String> RULES = Set.of("select", "ignore", "levels");
  static final Set<String> PATHS = Set.of("include", "exclude");
  static final Set<String> OVERRIDE = Set.of("paths", "ignore", "levels");
  static final Set<String> OWNERS = Set.of("live-on");

  private final String file;
  private final Path folder;
  private final @Nullable Collection<String> ruleIds;

  /**
   * A reader of one file.
   *
   * @param file how to call it
   * @param folder absolute, where it lies
   * @param ruleIds the ids of all rules; null for any
   */
  ConfigReader(String file, Path folder, @Nullable Collection<String> ruleIds) {
    this.file = file;
    this.folder = folder;
    this.ruleIds = ruleIds;
  }

  Config read(String text) {
    YamlMap all = YamlMap.of(file, parse(text), "the file", KEYS);
    YamlMap rules = YamlMap.of(file, all.get("rules"), "'rules'", RULES);
    YamlMap paths = YamlMap.of(file, all.get("paths"), "'paths'", PATHS);
    YamlMap owners = YamlMap.of(file, all.get("owners"), "'owners'", OWNERS);
    BiFunction<Node, String, Path> path = (node, name) -> folder.resolve(name).normalize();
    return new Config(
        folder,
        rules.list("select", ruleOrAll(rules)),
        rules.list("ignore", rule(rules)),
        rules.map("levels", rule(rules), word(rules, Level.values())),
        paths.list("include", (node, pattern) -> PathPattern.of(pattern)),
        paths.list("exclude", (node, pattern) -> PathPattern.of(pattern)),
        overrides(all),
        owners.list("live-on", (node, owner) -> owner),
        single(all, "fail-on", word(all, Threshold.values())),
        single(all, "baseline", path),
        all.list("models", path),
        single(all, "release", release(all)));
  }

  private @Nullable Node parse(String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      return new Compose(settings).composeString(text).orElse(null);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new ConfigException(
          file + ":" + line + ": not YAML: " + Objects.requireNonNullElse(e.getProblem(), "?"));
    } catch (YamlEngineException e) {
      throw new ConfigException(
          file + ":1: not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("?"));
    }
  }

  private List<Config.Elsewhere> overrides(YamlMap all) {
    Node node = all.get("overrides");
    List<Config.Elsewhere> overrides = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(entry -> overrides.add(override(entry)));
    } else if (node != null) {
      throw all.wrong(node, "'overrides' should be a list");
    }
    return overrides;
  }

  private Config.Elsewhere override(Node node) {
    YamlMap map = YamlMap.of(file, node, "an entry of 'overrides'", OVERRIDE);
    if (map.get("paths") == null) {
      throw map.wrong(node, "an entry of 'overrides' needs 'paths'");
    }
    return new Config.Elsewhere(
        map.list("paths", (value, pattern) -> PathPattern.of(pattern)),
        map.list("ignore", ruleOrAll(map)),
        map.map("levels", ruleOrAll(map), word(map, Level.values())));
  }

  private static <T> Optional<T> single(
      YamlMap map, String key, BiFunction<Node, String, T> value) {
    Node node = map.get(key);
    return node == null ? Optional.empty() : Optional.of(value.apply(node, map.text(node)));
  }

  private static BiFunction<Node, String, Integer> release(YamlMap map) {
    return (node, word) -> {
      int number = word.matches("\\d{1,3}") ? Integer.parseInt(word) : 0;
      if (number < Config.OLDEST_RELEASE || number > Config.NEWEST_RELEASE) {
        throw map.wrong(
            node,
            "'release' should be a number from %d to %d, not '%s'"
                .formatted(Config.OLDEST_RELEASE, Config.NEWEST_RELEASE, word));
      }
      return number;
    };
  }

  private BiFunction<Node, String, String> rule(YamlMap map) {
    return (node, id) -> {
      if (ruleIds == null || ruleIds.contains(id)) {
        return id;
      }
      String hint =
          Spelling.nearest(id, ruleIds)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("'chanvet rules' lists them all");
      throw map.wrong(node, "no rule is called '" + id + "'; " + hint);
    };
  }

  private BiFunction<Node, String, String> ruleOrAll(YamlMap map) {
    BiFunction<Node, String, String> rule = rule(map);
    return (node, id) -> id.equals(Config.ALL) ? id : rule.apply(node, id);
  }

  private static <E extends Enum<E>> BiFunction<Node, String, E> word(YamlMap map, E[] values) {
    return (node, word) ->
        Stream.of(values)
            .filter(value -> label(value).equals(word))
            .findFirst()
            .orElseThrow(() ->
                map.wrong(
                    node,
                    "'"
                        + word
                        + "' should be one of "
                        + Stream.of(values)
                            .map(ConfigReader::label)
                            .collect(Collectors.joining(", "))));
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
