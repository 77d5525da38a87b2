package dev.chanvet.model;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What all maps are made of: keys and their values, in the order of insertion. Kept: which key has
 * which value, and how often a function is called. Lost: other orders, equality by a user's {@code
 * equals}.
 */
public class Entries<K, V> implements Map<K, V> {
  /** The machine's sequence of keys. */
  public Object keys;

  /** The machine's sequence of values, at the indices of their keys. */
  public Object values;

  public Entries() {
    keys = Machine.sequence();
    values = Machine.sequence();
  }

  public Entries(Map<? extends K, ? extends V> map) {
    this();
    putAll(map);
  }

  V removeAt(int index) {
    Machine.remove(keys, index);
    return Machine.remove(values, index);
  }

  public int size() {
    return Machine.length(keys);
  }

  public boolean isEmpty() {
    return Machine.length(keys) == 0;
  }

  public boolean containsKey(Object key) {
    return Machine.indexOf(keys, key) >= 0;
  }

  public boolean containsValue(Object value) {
    return Machine.indexOf(values, value) >= 0;
  }

  public V get(Object key) {
    int index = Machine.indexOf(keys, key);
    return index < 0 ? null : Machine.at(values, index);
  }

  public V getOrDefault(Object key, V other) {
    int index = Machine.indexOf(keys, key);
    return index < 0 ? other : Machine.at(values, index);
  }

  public V put(K key, V value) {
    int index = Machine.indexOf(keys, key);
    if (index < 0) {
      Machine.append(keys, key);
      Machine.append(values, value);
      return null;
    }
    V before = Machine.at(values, index);
    Machine.put(values, index, value);
    return before;
  }

  public void putAll(Map<? extends K, ? extends V> map) {
    for (Map.Entry<? extends K, ? extends V> entry : map.entrySet()) {
      put(entry.getKey(), entry.getValue());
    }
  }

  public V putIfAbsent(K key, V value) {
    V before = get(key);
    if (before == null) {
      put(key, value);
    }
    return before;
  }

  public V remove(Object key) {
    int index = Machine.indexOf(keys, key);
    return index < 0 ? null : removeAt(index);
  }

  public boolean remove(Object key, Object value) {
    int index = Machine.indexOf(keys, key);
    if (index < 0 || !Machine.equal(Machine.at(values, index), value)) {
      return false;
    }
    removeAt(index);
    return true;
  }

  public V replace(K key, V value) {
    int index = Machine.indexOf(keys, key);
    return index < 0 ? null : put(key, value);
  }

  public boolean replace(K key, V before, V after) {
    int index = Machine.indexOf(keys, key);
    if (index < 0 || !Machine.equal(Machine.at(values, index), before)) {
      return false;
    }
    Machine.put(values, index, after);
    return true;
  }

  public void clear() {
    Machine.clear(keys);
    Machine.clear(values);
  }

  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    V value = get(key);
    if (value == null) {
      value = store(key, function.apply(key));
    }
    return value;
  }

  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    V before = get(key);
    return before == null ? null : store(key, function.apply(key, before));
  }

  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    return store(key, function.apply(key, get(key)));
  }

  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    V before = get(key);
    return store(key, before == null ? value : function.apply(before, value));
  }

  /** What comes from outside is a value. */
  private V store(K key, V value) {
    if (!Machine.isKnown(value)) {
      value.getClass();
    }
    if (value == null) {
      remove(key);
    } else {
      put(key, value);
    }
    return value;
  }

  public void forEach(BiConsumer<? super K, ? super V> action) {
    for (int i = 0; i < Machine.length(keys); i++) {
      action.accept(Machine.at(keys, i), Machine.at(values, i));
    }
  }

  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    for (int i = 0; i < Machine.length(keys); i++) {
      Machine.put(values, i, function.apply(Machine.at(keys, i), Machine.at(values, i)));
    }
  }

  public Set<K> keySet() {
    return new MapView<>(this, keys);
  }

  public Collection<V> values() {
    return new MapView<>(this, values);
  }

  public Set<Map.Entry<K, V>> entrySet() {
    Object entries = Machine.sequence();
    for (int i = 0; i < Machine.length(keys); i++) {
      Machine.append(entries, new MapEntry<>(this, Machine.at(keys, i), Machine.at(values, i)));
    }
    return new MapView<>(this, entries);
  }
}
