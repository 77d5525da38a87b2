package java.util.concurrent;

import dev.chanvet.model.ElementSet;
import dev.chanvet.model.Entries;
import dev.chanvet.model.Machine;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A map for many goroutines. Kept: keys, values, that a function for a key runs once while others
 * wait. Lost: that those for other keys need not wait.
 */
public class ConcurrentHashMap<K, V> extends Entries<K, V> implements ConcurrentMap<K, V> {
  public ConcurrentHashMap() {}

  public ConcurrentHashMap(int capacity) {}

  public ConcurrentHashMap(int capacity, float load) {}

  public ConcurrentHashMap(int capacity, float load, int concurrency) {}

  public ConcurrentHashMap(Map<? extends K, ? extends V> map) {
    super(map);
  }

  public static <E> Set<E> newKeySet() {
    return new ElementSet<>();
  }

  public static <E> Set<E> newKeySet(int capacity) {
    return new ElementSet<>();
  }

  public long mappingCount() {
    return size();
  }

  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    V present = get(key);
    if (present != null) {
      return present;
    }
    Machine.lock(this);
    try {
      return super.computeIfAbsent(key, function);
    } finally {
      Machine.unlock(this);
    }
  }

  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    Machine.lock(this);
    try {
      return super.computeIfPresent(key, function);
    } finally {
      Machine.unlock(this);
    }
  }

  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    Machine.lock(this);
    try {
      return super.compute(key, function);
    } finally {
      Machine.unlock(this);
    }
  }

  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    Machine.lock(this);
    try {
      return super.merge(key, value, function);
    } finally {
      Machine.unlock(this);
    }
  }
}
