package java.util;

import dev.chanvet.model.Entries;
import dev.chanvet.model.MapEntry;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A map; {@code dev.chanvet.model.Entries} has the bodies. Kept: keys and values. Lost: that some
 * maps cannot be changed.
 */
public interface Map<K, V> {
  static <K, V> Map<K, V> of(Object... keysAndValues) {
    Map<K, V> map = new Entries<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((K) keysAndValues[i], (V) keysAndValues[i + 1]);
    }
    return map;
  }

  static <K, V> Map<K, V> ofEntries(Entry<? extends K, ? extends V>... entries) {
    Map<K, V> map = new Entries<>();
    for (Entry<? extends K, ? extends V> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  static <K, V> Map<K, V> copyOf(Map<? extends K, ? extends V> map) {
    return new Entries<>(map);
  }

  static <K, V> Entry<K, V> entry(K key, V value) {
    return new MapEntry<>(null, key, value);
  }

  int size();

  boolean isEmpty();

  boolean containsKey(Object key);

  boolean containsValue(Object value);

  V get(Object key);

  V getOrDefault(Object key, V other);

  V put(K key, V value);

  void putAll(Map<? extends K, ? extends V> map);

  V putIfAbsent(K key, V value);

  V remove(Object key);

  boolean remove(Object key, Object value);

  V replace(K key, V value);

  boolean replace(K key, V before, V after);

  void clear();

  V computeIfAbsent(K key, Function<? super K, ? extends V> function);

  V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function);

  V compute(K key, BiFunction<? super K, ? super V, ? extends V> function);

  V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function);

  void forEach(BiConsumer<? super K, ? super V> action);

  void replaceAll(BiFunction<? super K, ? super V, ? extends V> function);

  Set<K> keySet();

  Collection<V> values();

  Set<Entry<K, V>> entrySet();

  /** A key and its value. */
  interface Entry<K, V> {
    K getKey();

    V getValue();

    V setValue(V value);
  }
}
