package dev.chanvet.analyzer.explore;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The values of static fields by their qualified names, in a fixed order. Copies share them until
 * one of them is changed: a program has many, and most states have the same.
 */
final class StaticFields {
  private Map<String, Value> values = new TreeMap<>();
  private boolean shared;

  /** The value of a field; null if it has never been set. */
  @Nullable Value get(String name) {
    return values.get(name);
  }

  Value getOrDefault(String name, Value initial) {
    return values.getOrDefault(name, initial);
  }

  void put(String name, Value value) {
    own();
    values.put(name, value);
  }

  /** Replaces every value by what {@code mapping} makes of it. */
  void mapValues(BiFunction<String, Value, Value> mapping) {
    Map<String, Value> changed = null;
    for (Map.Entry<String, Value> field : values.entrySet()) {
      Value mapped = mapping.apply(field.getKey(), field.getValue());
      if (!mapped.equals(field.getValue())) {
        changed = changed == null ? new TreeMap<>(values) : changed;
        changed.put(field.getKey(), mapped);
      }
    }
    if (changed != null) {
      values = changed;
      shared = false;
    }
  }

  Collection<Value> values() {
    return Collections.unmodifiableCollection(values.values());
  }

  Set<Map.Entry<String, Value>> entries() {
    return Collections.unmodifiableSet(values.entrySet());
  }

  int size() {
    return values.size();
  }

  StaticFields copy() {
    StaticFields copy = new StaticFields();
    copy.values = values;
    copy.shared = true;
    shared = true;
    return copy;
  }

  private void own() {
    if (shared) {
      values = new TreeMap<>(values);
      shared = false;
    }
  }
}
