package java.util.concurrent;

import java.util.Map;
import java.util.TreeMap;

/**
 * A sorted map for many goroutines. Kept: keys and values. Lost: their order, which is that of
 * insertion.
 */
public class ConcurrentSkipListMap<K, V> extends TreeMap<K, V> implements ConcurrentMap<K, V> {
  public ConcurrentSkipListMap() {}

  public ConcurrentSkipListMap(Map<? extends K, ? extends V> map) {
    super(map);
  }
}
