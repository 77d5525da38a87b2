package dev.chanvet.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of a YAML file, read with a complaint about whatever is not as it should be. */
final class YamlMap {
  private final String file;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private YamlMap(String file) {
    this.file = file;
  }

  /** Only these keys are taken. */
  static YamlMap of(String file, @Nullable Node node, String name, Set<String> keys) {
    YamlMap map = free(file, node, name);
    for (NodeTuple entry : entries(node)) {
      String key = map.text(entry.getKeyNode());
      if (!keys.contains(key)) {
        String hint =
            Spelling.nearest(key, keys)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("there are " + String.join(", ", keys.stream().sorted().toList()));
        throw map.wrong(entry.getKeyNode(), "no key is called '" + key + "'; " + hint);
      }
    }
    return map;
  }

  /** Any key is taken. */
  static YamlMap free(String file, @Nullable Node node, String name) {
    YamlMap map = new YamlMap(file);
    if (node != null && !isNull(node) && !(node instanceof MappingNode)) {
      throw map.wrong(node, name + " should have keys and values");
    }
    for (NodeTuple entry : entries(node)) {
      String key = map.text(entry.getKeyNode());
      if (map.values.put(key, entry.getValueNode()) != null) {
        throw map.wrong(entry.getKeyNode(), "'" + key + "' is there twice");
      }
    }
    return map;
  }

  private static List<NodeTuple> entries(@Nullable Node node) {
    return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
  }

  /** An empty value counts as none. */
  @Nullable Node get(String key) {
    Node value = values.get(key);
    return value == null || isNull(value) ? null : value;
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  /** Reads a list whose elements are words; a single word is a list of one. */
  <T> List<T> list(String key, BiFunction<Node, String, T> element) {
    Node node = get(key);
    List<T> list = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(value -> list.add(element.apply(value, text(value))));
    } else if (node != null) {
      list.add(element.apply(node, text(node)));
    }
    return list;
  }

  /** Reads a mapping of words to words. */
  <K, V> Map<K, V> map(
      String key, BiFunction<Node, String, K> keyOf, BiFunction<Node, String, V> valueOf) {
    Map<K, V> map = new LinkedHashMap<>();
    Node node = get(key);
    free(file, node, "'" + key + "'");
    for (NodeTuple entry : entries(node)) {
      Node value = entry.getValueNode();
      map.put(
          keyOf.apply(entry.getKeyNode(), text(entry.getKeyNode())),
          valueOf.apply(value, text(value)));
    }
    return map;
  }

  String text(Node node) {
    if (node instanceof ScalarNode scalar && !isNull(node)) {
      return scalar.getValue();
    }
    throw wrong(node, "a word should stand here");
  }

  /** The complaint about a node. */
  ConfigException wrong(Node node, String message) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    return new ConfigException(file + ":" + line + ": " + message);
  }
}
