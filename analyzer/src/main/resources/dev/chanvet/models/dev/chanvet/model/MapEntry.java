package dev.chanvet.model;

import java.util.Map;

/** A key and its value. Kept: setting the value sets it in the map, if it is in one. */
public final class MapEntry<K, V> implements Map.Entry<K, V> {
  private final Map<K, V> map;
  private final K key;
  private V value;

  public MapEntry(Map<K, V> map, K key, V value) {
    this.map = map;
    this.key = key;
    this.value = value;
  }

  public K getKey() {
    return key;
  }

  public V getValue() {
    return value;
  }

  public V setValue(V value) {
    V before = this.value;
    this.value = value;
    if (map != null) {
      map.put(key, value);
    }
    return before;
  }
}
